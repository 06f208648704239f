<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>lyngby_heritage</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>A library does not work inside this QGIS ({broken}). Run the tool 'Self-check' of Lyngby Heritage, which says what to do.</source>
        <translation>Et bibliotek virker ikke i denne QGIS ({broken}). Kør værktøjet »Selvtest« i Lyngby Heritage, som siger, hvad der kan gøres.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Adjoining and opposite properties</source>
        <translation>Tilstødende og overfor liggende ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Adjoining properties</source>
        <translation>Tilstødende ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Also the registers' own tables (FBB, BBR, GeoDanmark, storeys)</source>
        <translation>Også registrenes egne tabeller (FBB, BBR, GeoDanmark, etager)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Area of the side valleys, ha</source>
        <translation>Sidedalenes areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Area of the valley floor, ha</source>
        <translation>Dalbundens areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Area of the valley sides, ha</source>
        <translation>Dalsidernes areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Attributes that must be known on both</source>
        <translation>Forhold, der mindst skal være kendt på begge</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Automatic: adjoining properties when there are parcels, else distance</source>
        <translation>Automatisk: tilstødende ejendomme, når der er jordstykker, ellers afstand</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Building culture</source>
        <translation>Bygningskultur</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Building id</source>
        <translation>Bygnings-id</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Buildings</source>
        <translation>Bygninger</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Buildings with SAVE values</source>
        <translation>Bygninger med SAVE-værdier</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>Afbrudt. Der er ikke skrevet noget.</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Cells to work on, m (0 = the model's)</source>
        <translation>Celler, der regnes på, m (0 = modellens)</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Create sample data</source>
        <translation>Lav eksempeldata</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>DECISIONS name buildings by id, but the layer {layer} has no id field. Name it in ID_FIELD.</source>
        <translation>DECISIONS udpeger bygninger ved deres id, men laget {layer} har intet id-felt. Angiv feltet i ID_FIELD.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <location filename="../processing/self_check.py"/>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Decided singly</source>
        <translation>Særskilt besluttet</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Decisions on single buildings</source>
        <translation>Særskilte beslutninger om enkelte bygninger</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Delineate a valley</source>
        <translation>Afgræns en dal</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Designate buildings</source>
        <translation>Udpeg bevaringsværdige bygninger</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Designated</source>
        <translation>Udpeget</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Designated buildings</source>
        <translation>Udpegede bygninger</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Designated by the rule for value 4</source>
        <translation>Udpeget efter reglen for værdi 4</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Designated by value 1-3</source>
        <translation>Udpeget på værdi 1-3</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Difference in footprint that counts as alike, % of the larger</source>
        <translation>Forskel i bebygget areal, der tæller som ens, % af det største</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Difference in years that counts as alike</source>
        <translation>Forskel i opførelsesår, der tæller som ens, år</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Distance between buildings</source>
        <translation>Afstand mellem bygninger</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Distance between neighbouring buildings, m (method 3)</source>
        <translation>Afstand mellem nabobygninger, m (metode 3)</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Distance to properties opposite, m (method 2)</source>
        <translation>Afstand til ejendomme overfor, m (metode 2)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Draws a valley with its side valleys as a planner would draw it on a map: the floor, the sides up to the shoulder, and the side valleys that open into it.

The floor is the ground up to a height above the watercourse. The sides rise from it to the break of slope. A side valley is a narrower valley or hollow that opens into the valley, with or without a watercourse of its own. A neighbouring valley whose watercourse is not given is no part of it.

Heights count from the watercourse, not from the sea, so that a valley that falls towards the sea is found along all of it. Thresholds are metres and degrees and mean the same on cells of 0.4 and of 16 m. Give the main stream, with its tributaries where they have valleys; every ditch of a plateau is not needed.

The map is a proposal for a person to look at.</source>
        <translation>Tegner en dal med dens sidedale, som en planlægger ville tegne den på et kort: bunden, siderne op til skulderen og de sidedale, der munder ud i den.

Bunden er jorden op til en højde over vandløbet. Siderne rejser sig fra den til knækket i hældningen. En sidedal er en smallere dal eller lavning, der munder ud i dalen, med eller uden eget vandløb. En nabodal, hvis vandløb ikke er givet, er ikke en del af den.

Højder regnes fra vandløbet, ikke fra havet, så en dal, der falder mod havet, findes i hele sin længde. Tærsklerne er meter og grader og betyder det samme på celler på 0,4 og på 16 m. Giv hovedvandløbet, med dets tilløb, hvor de har dale; hver eneste grøft på fladen er ikke nødvendig.

Kortet er et forslag, som et menneske skal se på.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Every building of value 4</source>
        <translation>Alle bygninger med værdi 4</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Field of the parcels: property</source>
        <translation>Jordstykkernes felt: ejendom</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <location filename="../processing/delineate_valley.py"/>
        <source>Field: </source>
        <translation>Felt: </translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Footprint in m²</source>
        <translation>Bebygget areal i m²</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Further buildings that count as neighbours</source>
        <translation>Øvrige bygninger, der tæller som naboer</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Greatest width of a valley, m</source>
        <translation>En dals største bredde, m</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-filer (*.html)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Height above the nearest watercourse</source>
        <translation>Højde over nærmeste vandløb</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Height of the valley floor above the watercourse, m</source>
        <translation>Dalbundens højde over vandløbet, m</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>How far a side valley without a watercourse is followed, m</source>
        <translation>Hvor langt en sidedal uden vandløb følges, m</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Lakes that the watercourses run through</source>
        <translation>Søer, som vandløbene løber igennem</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Landscape</source>
        <translation>Landskab</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Least depth of a side valley without a watercourse, m</source>
        <translation>Mindste dybde af en sidedal uden vandløb, m</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Least height of a valley side above the watercourse, m</source>
        <translation>En dalsides mindste højde over vandløbet, m</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Least slope of a valley side, degrees</source>
        <translation>En dalsides mindste hældning, grader</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Level of the sea in the terrain model, m</source>
        <translation>Havets kote i terrænmodellen, m</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village and a station quarter above a river valley, with all layers that the main job reads, the registers as they are delivered, and a terrain model.

Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of the real register, and missing, odd and contradictory values occur as they do there. The same seed and number of properties always give the same data.</source>
        <translation>Laver en opdigtet dansk kommune at afprøve værktøjerne på: en by med villaer, rækkehuse, en gammel landsby og et stationskvarter over en ådal, med alle de lag, som hovedopgaven læser, registrene, som de leveres, og en terrænmodel.

Alt er opdigtet; hver række siger det i feltet 'oprindelse'. SAVE-værdierne er fordelt som i det virkelige register, og manglende, mærkelige og modstridende værdier forekommer ligesom dér. Samme startværdi og antal ejendomme giver altid de samme data.</translation>
    </message>
    <message>
        <location filename="../processing/self_check.py"/>
        <source>Missing or broken in this QGIS: {names}. On Windows install QGIS again with the OSGeo4W installer; on Debian and Ubuntu run: apt install {packages}. A copy installed with pip may be built for another GEOS, GDAL or PROJ than this QGIS's: remove it (pip uninstall).</source>
        <translation>Mangler eller virker ikke i denne QGIS: {names}. På Windows: installer QGIS igen med OSGeo4W-installationsprogrammet. På Debian og Ubuntu: kør apt install {packages}. En udgave installeret med pip kan være bygget til en anden GEOS, GDAL eller PROJ end denne QGIS's: fjern den (pip uninstall).</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>NEIGHBOUR_METHOD {method} looks for neighbouring properties, so it needs PARCELS. Give the parcels, or choose method 3 (distance between buildings).</source>
        <translation>NEIGHBOUR_METHOD {method} leder efter naboejendomme og kræver derfor PARCELS. Angiv jordstykkerne, eller vælg metode 3 (afstand mellem bygninger).</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Name of the watercourse</source>
        <translation>Vandløbets navn</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Neighbours compared</source>
        <translation>Sammenlignede naboer</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Neighbours that must be assessed</source>
        <translation>Naboer, der mindst skal kunne vurderes</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>No building of value 4</source>
        <translation>Ingen bygninger med værdi 4</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>No valley was found: nowhere along the watercourses do slopes rise on both sides as MIN_SLOPE and MIN_RELIEF ask. Lower them, or look at the height above the watercourse (OUTPUT_HEIGHT).</source>
        <translation>Der blev ikke fundet nogen dal: intet sted langs vandløbene rejser der sig på begge sider skråninger, som MIN_SLOPE og MIN_RELIEF kræver. Sæt dem ned, eller se på højden over vandløbet (OUTPUT_HEIGHT).</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>No watercourse of {layer} lies on the terrain model {model}, which reaches from {west}, {south} to {east}, {north} ({crs}). Are they of the same place?</source>
        <translation>Intet vandløb i {layer} ligger på terrænmodellen {model}, som rækker fra {west}, {south} til {east}, {north} ({crs}). Er de fra samme sted?</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Not designated</source>
        <translation>Ikke udpeget</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Number of buildings</source>
        <translation>Antal bygninger</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Number of properties</source>
        <translation>Antal ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Outer wall (BBR code)</source>
        <translation>Ydervæg (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>Outlines are worked out on {rows} × {columns} cells of {dx} × {dy} m (the model's are {own_dx} × {own_dy} m).</source>
        <translation>Afgrænsningen regnes på {rows} × {columns} celler på {dx} × {dy} m (modellens er {own_dx} × {own_dy} m).</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Parcels</source>
        <translation>Jordstykker</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Parts</source>
        <translation>Dele</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Parts of the valley</source>
        <translation>Dalens dele</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Property id</source>
        <translation>Ejendoms-id</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>RESOLUTION {wanted} m is finer than the model's cells of {cell} m; the model's own are used.</source>
        <translation>RESOLUTION {wanted} m er finere end modellens celler på {cell} m; modellens egne bruges.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Roofing (BBR code)</source>
        <translation>Tagdækning (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>SAVE value</source>
        <translation>SAVE-værdi</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Sample data</source>
        <translation>Eksempeldata</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Says for each building whether it is designated as worthy of preservation (bevaringsværdig), and why.

Buildings of SAVE value 1-3 are designated. Buildings of value 4 are designated where they are of uniform character with the neighbouring properties: compared on use, year, storeys, outer wall, roofing and footprint. A decision of the council on a single building comes before both. Every row comes out once, with a reason in Danish that its owner can follow; a building nobody assessed is not one of low value.

Fields are found by the names they have in FBB, BBR and GeoDanmark, also cut by a shapefile. With parcels the neighbours are those on adjoining properties; without, the buildings within a distance. Give all BBR buildings as further buildings, since FBB holds only those that were assessed.

The report shows what each threshold costs, and what the other rules for value 4 would do on the same data.</source>
        <translation>Siger for hver bygning, om den udpeges som bevaringsværdig, og hvorfor.

Bygninger med SAVE-værdi 1-3 udpeges. Bygninger med værdi 4 udpeges, når de har et ensartet præg med naboejendommene: de sammenlignes på anvendelse, opførelsesår, etager, ydervæg, tagdækning og bebygget areal. En beslutning i kommunalbestyrelsen om en enkelt bygning går forud for begge dele. Hver række kommer ud én gang, med en begrundelse på dansk, som ejeren kan følge; en bygning, ingen har vurderet, er ikke en bygning med lav værdi.

Felterne findes på de navne, de har i FBB, BBR og GeoDanmark, også afkortet i en shapefil. Med jordstykker er naboerne dem på de tilstødende ejendomme; uden er det bygningerne inden for en afstand. Angiv alle BBR-bygninger som øvrige bygninger, for FBB rummer kun dem, der er vurderet.

Rapporten viser, hvad hver tærskel betyder, og hvad de andre regler for værdi 4 ville give på de samme data.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Seed</source>
        <translation>Startværdi</translation>
    </message>
    <message>
        <location filename="../processing/self_check.py"/>
        <source>Self-check</source>
        <translation>Selvtest</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Share of alike neighbours that makes a building uniform (0-1)</source>
        <translation>Andel ens naboer, fra hvilken en bygning er ensartet (0-1)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Side valleys</source>
        <translation>Sidedale</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Similarity from which a pair is alike (0-1)</source>
        <translation>Lighed, fra hvilken to bygninger er ens (0-1)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Smallest part, ha</source>
        <translation>Mindste del, ha</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Storeys</source>
        <translation>Etager</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Terraced and semi-detached houses only</source>
        <translation>Kun række- og dobbelthuse</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <location filename="../processing/delineate_valley.py"/>
        <source>Terrain model</source>
        <translation>Terrænmodel</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>The layer {layer} (WATERCOURSES) has no rows. The valley is found from its watercourse: give at least one.</source>
        <translation>Laget {layer} (WATERCOURSES) har ingen rækker. Dalen findes ud fra sit vandløb: giv mindst ét.</translation>
    </message>
    <message>
        <location filename="../processing/rasters.py"/>
        <source>The layer {layer} ({parameter}) comes from a service ({kind}), which delivers pictures and not heights that can be computed with. Download the terrain model as a file (GeoTIFF) and give that.</source>
        <translation>Laget {layer} ({parameter}) kommer fra en tjeneste ({kind}), som leverer billeder og ikke højder, der kan regnes på. Hent terrænmodellen som fil (GeoTIFF), og giv den.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. Set it (Layer CRS, or the tool native:assignprojection); Danish registers deliver EPSG:25832.</source>
        <translation>Laget {layer} ({parameter}) har intet koordinatsystem, så afstande kan ikke måles. Angiv det (lagets koordinatsystem eller værktøjet native:assignprojection); danske registre leverer i EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected points or polygons.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der skal være punkter eller flader.</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected {expected}.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; ventede {expected}.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} ({parameter}) is said to be in degrees ({crs}), but its coordinates reach {x}, {y}. Set the CRS it really has (Layer CRS, or the tool native:assignprojection), probably EPSG:25832.</source>
        <translation>Laget {layer} ({parameter}) angives at være i grader ({crs}), men dets koordinater når {x}, {y}. Angiv det koordinatsystem, det har (Lagets koordinatsystem eller værktøjet native:assignprojection), formentlig EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>The layer {layer} changed while it was read. Run the tool again when nobody edits it.</source>
        <translation>Laget {layer} blev ændret, mens det blev læst. Kør værktøjet igen, når ingen redigerer det.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} has no field '{field}'. Its fields are: {fields}.</source>
        <translation>Laget {layer} har intet felt '{field}'. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} has no field that holds {what}. Tried: {aliases}. Its fields are: {fields}. Name the field in {parameter}.</source>
        <translation>Laget {layer} har intet felt med {what}. Der er ledt efter: {aliases}. Lagets felter er: {fields}. Angiv feltet i {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/rasters.py"/>
        <source>The terrain model {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. Set it (Layer CRS, or the tool gdal:assignprojection); the Danish terrain model is in {used}.</source>
        <translation>Terrænmodellen {layer} ({parameter}) har intet koordinatsystem, så ingen afstand kan måles. Angiv det (Lagets koordinatsystem, eller værktøjet gdal:assignprojection); den danske terrænmodel er i {used}.</translation>
    </message>
    <message>
        <location filename="../processing/rasters.py"/>
        <source>The terrain model {layer} ({parameter}) is in {crs}, where a cell is not so many metres wide and high. Reproject it first, with the tool gdal:warpreproject to {used}.</source>
        <translation>Terrænmodellen {layer} ({parameter}) er i {crs}, hvor en celle ikke er så og så mange meter bred og høj. Omprojicér den først med værktøjet gdal:warpreproject til {used}.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} cannot be read as a raster file: {error}</source>
        <translation>Terrænmodellen {layer} kan ikke læses som en rasterfil: {error}</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>The terrain model {layer} has no heights at all.</source>
        <translation>Terrænmodellen {layer} har slet ingen højder.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} is turned or mirrored on the map. Straighten it first, with the tool gdal:warpreproject to EPSG:25832.</source>
        <translation>Terrænmodellen {layer} ligger drejet eller spejlvendt på kortet. Ret den op først med værktøjet gdal:warpreproject til EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>This format cuts texts after 254 characters, and so the reasons. Choose a GeoPackage (.gpkg).</source>
        <translation>Dette format afkorter tekster efter 254 tegn og dermed begrundelserne. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>To be looked at</source>
        <translation>Til vurdering</translation>
    </message>
    <message>
        <location filename="../processing/self_check.py"/>
        <source>Tries the libraries that the tools use (shapely, fiona, rasterio, pyproj) inside this QGIS, and says what to do when one is missing or broken. Run it once after installing, and when a tool fails with a strange message.</source>
        <translation>Afprøver de biblioteker, som værktøjerne bruger (shapely, fiona, rasterio, pyproj), inde i denne QGIS og siger, hvad der kan gøres, når et mangler eller ikke virker. Kør den én gang efter installationen, og når et værktøj fejler med en uforståelig meddelelse.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Uniform with the neighbours (the municipality's decision)</source>
        <translation>Ensartet med naboerne (kommunens beslutning)</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Uniform, or near a building of value 1-3</source>
        <translation>Ensartet, eller nær en bygning med værdi 1-3</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Unknown parameter {unknown}. The parameters of {tool} are: {known}.</source>
        <translation>Ukendt parameter {unknown}. Parametrene til {tool} er: {known}.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Use (BBR code)</source>
        <translation>Anvendelse (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Valley floors</source>
        <translation>Dalbunde</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Valley sides</source>
        <translation>Dalsider</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>Watercourses</source>
        <translation>Vandløb</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Which buildings of value 4 are designated</source>
        <translation>Hvilke bygninger med værdi 4 udpeges</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Who is a neighbour</source>
        <translation>Hvem er nabo</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Without a SAVE value</source>
        <translation>Uden SAVE-værdi</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Year of construction</source>
        <translation>Opførelsesår</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>lines or polygons</source>
        <translation>linjer eller flader</translation>
    </message>
    <message>
        <location filename="../processing/delineate_valley.py"/>
        <source>polygons</source>
        <translation>flader</translation>
    </message>
    <message>
        <location filename="../processing/self_check.py"/>
        <source>works</source>
        <translation>virker</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} invalid geometries of {layer} were repaired.</source>
        <translation>{count} ugyldige geometrier i {layer} er repareret.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} of {rows} watercourses of {layer} lie outside the terrain model and count for nothing.</source>
        <translation>{count} af {rows} vandløb i {layer} ligger uden for terrænmodellen og regnes ikke med.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} of {rows} watercourses of {layer} lie partly outside the terrain model, or where it has no heights: their valley is found as far as the model goes.</source>
        <translation>{count} af {rows} vandløb i {layer} ligger delvis uden for terrænmodellen, eller hvor den ingen højder har: deres dal findes så langt, modellen rækker.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} rows of {layer} have no usable geometry and count for nothing.</source>
        <translation>{count} rækker i {layer} har ingen brugbar geometri og regnes ikke med.</translation>
    </message>
    <message>
        <location filename="../processing/classification_log.py"/>
        <source>{designated} of {all} buildings designated: {high} by value 1-3, {uniform} of value 4, {decisions} decisions; {review} of value 4 must be looked at.</source>
        <translation>{designated} af {all} bygninger udpeges: {high} på værdi 1-3, {uniform} med værdi 4; {decisions} er særskilt besluttet, og {review} med værdi 4 skal vurderes af en person.</translation>
    </message>
    <message>
        <location filename="../processing/staging.py"/>
        <source>{file} cannot be written: {error}. Close what has it open, or choose another name.</source>
        <translation>{file} kan ikke skrives: {error}. Luk de programmer, der har filen åben, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <location filename="../processing/create_sample_data.py"/>
        <source>{file} could not be written: {error}. Is the disk full?</source>
        <translation>{file} kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{floors} valley floors ({floor_ha} ha), {sides} sides ({side_ha} ha), {side_valleys} side valleys ({side_valley_ha} ha). It is a proposal: look at it on the map.</source>
        <translation>{floors} dalbunde ({floor_ha} ha), {sides} dalsider ({side_ha} ha), {side_valleys} sidedale ({side_valley_ha} ha). Det er et forslag: se på det på kortet.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>{layer} has {count} bands of whole numbers up to 255: it is a picture. Give the terrain model itself, with heights in metres.</source>
        <translation>{layer} har {count} bånd med hele tal op til 255: det er et billede. Giv selve terrænmodellen med højder i meter.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>{layer} is in {crs}, which is no metric projection for Denmark: measured and written in {used}.</source>
        <translation>{layer} er i {crs}, som ikke er en metrisk projektion for Danmark: der måles og skrives i {used}.</translation>
    </message>
    <message>
        <location filename="../core/decisions.py"/>
        <source>{layer}, row {row}, field beslutning: '{value}' is no decision; expected 'udpeg' or 'udpeg_ikke'.</source>
        <translation>{layer}, række {row}, feltet beslutning: '{value}' er ingen beslutning; der skal stå 'udpeg' eller 'udpeg_ikke'.</translation>
    </message>
    <message>
        <location filename="../core/decisions.py"/>
        <source>{layer}, row {row}, field dato: '{value}' is no date; expected year-month-day such as 2012-01-17.</source>
        <translation>{layer}, række {row}, feltet dato: '{value}' er ingen dato; der skal stå år-måned-dag, for eksempel 2012-01-17.</translation>
    </message>
    <message>
        <location filename="../core/decisions.py"/>
        <source>{layer}, rows {rows}: the decisions on building {building} disagree, and no date says which is newer. Delete the one that no longer stands, or give both a date.</source>
        <translation>{layer}, række {rows}: beslutningerne om bygning {building} modsiger hinanden, og ingen dato viser, hvilken der er nyest. Slet den, der ikke længere gælder, eller giv begge en dato.</translation>
    </message>
    <message>
        <location filename="../core/decisions.py"/>
        <source>{layer}, rows {rows}: the decisions on building {building} disagree; the newest, of {day}, stands.</source>
        <translation>{layer}, række {rows}: beslutningerne om bygning {building} modsiger hinanden; den nyeste, fra {day}, gælder.</translation>
    </message>
    <message>
        <location filename="../core/decisions.py"/>
        <source>{layer}: {count} decisions without a building id were left out (row {rows}). Fill bygning_id.</source>
        <translation>{layer}: {count} beslutninger uden bygnings-id er udeladt (række {rows}). Udfyld bygning_id.</translation>
    </message>
    <message>
        <location filename="../processing/classification_log.py"/>
        <source>{layer}: {rows} rows; fields read: {fields}.</source>
        <translation>{layer}: {rows} rækker; læste felter: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>{missing} is missing in QGIS's Python. The QGIS installers for Windows (OSGeo4W) and macOS have it; on Debian and Ubuntu run: apt install {packages}. Then start QGIS again, and run the tool 'Self-check' of Lyngby Heritage.</source>
        <translation>{missing} mangler i QGIS's Python. QGIS's installationsprogrammer til Windows (OSGeo4W) og macOS har det med; på Debian og Ubuntu: kør apt install {packages}. Start derefter QGIS igen, og kør værktøjet 'Selvtest' i Lyngby Heritage.</translation>
    </message>
    <message>
        <location filename="../processing/sinks.py"/>
        <source>{parameter} is the same file as {other}: {file}. Choose another name for it.</source>
        <translation>{parameter} er den samme fil som {other}: {file}. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/sinks.py"/>
        <source>{parameter}: only {arrived} of {written} rows could be written. Is the disk full?</source>
        <translation>{parameter}: kun {arrived} af {written} rækker kunne skrives. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/staging.py"/>
        <source>{parameter}: the folder {folder} does not exist. Make it first, or choose another.</source>
        <translation>{parameter}: mappen {folder} findes ikke. Opret den først, eller vælg en anden.</translation>
    </message>
    <message>
        <location filename="../processing/staging.py"/>
        <source>{parameter}: {file} cannot be written ({why}). Choose a place where you may write.</source>
        <translation>{parameter}: {file} kan ikke skrives ({why}). Vælg et sted, hvor der må skrives.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>{parameter}: {file} must end in .gpkg.</source>
        <translation>{parameter}: {file} skal ende på .gpkg.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <location filename="../processing/delineate_valley.py"/>
        <source>{parameter}: {file} must end in .tif.</source>
        <translation>{parameter}: {file} skal ende på .tif.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>{properties} properties, {buildings} buildings, {layers} layers. All of it is invented.</source>
        <translation>{properties} ejendomme, {buildings} bygninger, {layers} lag. Alt er opdigtet.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{share} % of the terrain model has no heights; no valley is drawn there.</source>
        <translation>{share} % af terrænmodellen har ingen højder; dér tegnes ingen dal.</translation>
    </message>
</context>
</TS>
