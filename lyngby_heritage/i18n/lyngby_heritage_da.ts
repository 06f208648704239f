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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Annex of buildings (CSV)</source>
        <translation>Bilag over bygninger (CSV)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Annex of buildings (Excel)</source>
        <translation>Bilag over bygninger (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Annex of properties (Excel)</source>
        <translation>Bilag over ejendomme (Excel)</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Boundary of the plan</source>
        <translation>Lokalplanens afgrænsning</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Buildings</source>
        <translation>Bygninger</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Buildings (output of classifybuildings)</source>
        <translation>Bygninger (resultat af classifybuildings)</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Changes (output of comparedesignations)</source>
        <translation>Ændringer (resultat af comparedesignations)</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Create sample data</source>
        <translation>Lav eksempeldata</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Cultural environments</source>
        <translation>Kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Cultural environments (output of uniformensembles)</source>
        <translation>Kulturmiljøer (resultat af uniformensembles)</translation>
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
        <location filename="../processing/classify_buildings.py"/>
        <source>Designate buildings</source>
        <translation>Udpeg bevaringsværdige bygninger</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <location filename="../processing/export_lokalplan.py"/>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Draft of the provisions</source>
        <translation>Udkast til bestemmelser</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Every building of value 4</source>
        <translation>Alle bygninger med værdi 4</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Export the kulturhistorisk lokalplan</source>
        <translation>Eksportér den kulturhistoriske lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Field of the parcels: property</source>
        <translation>Jordstykkernes felt: ejendom</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Field: </source>
        <translation>Felt: </translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Folder of the package</source>
        <translation>Mappe til pakken</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-filer (*.html)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Landscape (output of maplandscape)</source>
        <translation>Landskab (resultat af maplandscape)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Layers in the GeoPackage</source>
        <translation>Lag i GeoPackagen</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Local plan</source>
        <translation>Lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village and a station quarter above a river valley, with all layers that the main job reads, the registers as they are delivered, and a terrain model.

Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of the real register, and missing, odd and contradictory values occur as they do there. The same seed and number of properties always give the same data.</source>
        <translation>Laver en opdigtet dansk kommune at afprøve værktøjerne på: en by med villaer, rækkehuse, en gammel landsby og et stationskvarter over en ådal, med alle de lag, som hovedopgaven læser, registrene, som de leveres, og en terrænmodel.

Alt er opdigtet; hver række siger det i feltet 'oprindelse'. SAVE-værdierne er fordelt som i det virkelige register, og manglende, mærkelige og modstridende værdier forekommer ligesom dér. Samme startværdi og antal ejendomme giver altid de samme data.</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Map sheets</source>
        <translation>Kortblade</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Maps (PDF)</source>
        <translation>Kort (PDF)</translation>
    </message>
    <message>
        <location filename="../processing/self_check.py"/>
        <source>Missing or broken in this QGIS: {names}. On Windows install QGIS again with the OSGeo4W installer; on Debian and Ubuntu run: apt install {packages}. A copy installed with pip may be built for another GEOS, GDAL or PROJ than this QGIS's: remove it (pip uninstall).</source>
        <translation>Mangler eller virker ikke i denne QGIS: {names}. På Windows: installer QGIS igen med OSGeo4W-installationsprogrammet. På Debian og Ubuntu: kør apt install {packages}. En udgave installeret med pip kan være bygget til en anden GEOS, GDAL eller PROJ end denne QGIS's: fjern den (pip uninstall).</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Most map sheets (with more cultural environments the sheets are a grid)</source>
        <translation>Højst så mange kortblade (er der flere kulturmiljøer, lægges kortbladene i et net)</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>NEIGHBOUR_METHOD {method} looks for neighbouring properties, so it needs PARCELS. Give the parcels, or choose method 3 (distance between buildings).</source>
        <translation>NEIGHBOUR_METHOD {method} leder efter naboejendomme og kræver derfor PARCELS. Angiv jordstykkerne, eller vælg metode 3 (afstand mellem bygninger).</translation>
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
        <location filename="../processing/export/run.py"/>
        <source>No building in {layer} has a geometry, and no BOUNDARY says where the plan lies: no map can be drawn.</source>
        <translation>Ingen bygning i {layer} har en geometri, og ingen BOUNDARY siger, hvor planen ligger: der kan ikke tegnes kort.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>No building is designated: the annex of designated buildings is empty.</source>
        <translation>Ingen bygning er udpeget: bilaget over udpegede bygninger er tomt.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>No building of value 4</source>
        <translation>Ingen bygninger med værdi 4</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Number of the plan</source>
        <translation>Lokalplanens nummer</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Outer wall (BBR code)</source>
        <translation>Ydervæg (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Pages of maps</source>
        <translation>Sider med kort</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Parcels</source>
        <translation>Jordstykker</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Plots</source>
        <translation>Grunde</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Plots (output of checkplotratio)</source>
        <translation>Grunde (resultat af checkplotratio)</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>Property id</source>
        <translation>Ejendoms-id</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Puts the designated buildings, and whatever else the other tools have made, together into one folder: a GeoPackage with all layers and their styles, a QGIS project that opens from any folder, the maps as one PDF (A3 maps of the whole, and an A4 sheet for each cultural environment, quarter or square of a grid), the annexes of buildings and properties for Excel, a draft of the plan's provisions, and a website.

Only the classified buildings are required. The annexes are sorted by address and list each designated building with its cadastral number, SAVE value and ground of designation. The draft is a draft: it is marked so, and marks what the municipality's lawyers must decide.

The package appears whole or not at all; an earlier one in the folder is replaced, and other files in it, or files of the package that somebody has worked on, are kept. A table in the GeoPackage says what the package was made from.</source>
        <translation>Samler de udpegede bygninger, og hvad de øvrige værktøjer har lavet, i én mappe: en GeoPackage med alle lag og deres stile, et QGIS-projekt, der kan åbnes fra enhver mappe, kortene som én PDF (A3-kort over helheden og et A4-blad for hvert kulturmiljø, kvarter eller felt i et net), bilagene over bygninger og ejendomme til Excel, et udkast til lokalplanens bestemmelser og en hjemmeside.

Kun de klassificerede bygninger er påkrævet. Bilagene er sorteret efter adresse og opfører hver udpeget bygning med matrikelnummer, SAVE-værdi og grunden til udpegningen. Udkastet er et udkast: det er mærket som sådan og viser, hvad kommunens jurister skal tage stilling til.

Pakken kommer frem helt eller slet ikke; en tidligere pakke i mappen erstattes, mens andre filer i den, og filer fra pakken, som nogen har arbejdet i, bliver gemt. En tabel i GeoPackagen siger, hvad pakken er lavet af.</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>QGIS project</source>
        <translation>QGIS-projekt</translation>
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
        <location filename="../processing/classify_buildings.py"/>
        <source>Similarity from which a pair is alike (0-1)</source>
        <translation>Lighed, fra hvilken to bygninger er ens (0-1)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Source line of maps and website (empty: the registers)</source>
        <translation>Kildelinje på kort og hjemmeside (tom: registrene)</translation>
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
        <source>Terrain model</source>
        <translation>Terrænmodel</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The GeoPackage of the package could not be written: {error}. Is the disk full?</source>
        <translation>Pakkens GeoPackage kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. Set it (Layer CRS, or the tool native:assignprojection); Danish registers deliver EPSG:25832.</source>
        <translation>Laget {layer} ({parameter}) har intet koordinatsystem, så afstande kan ikke måles. Angiv det (lagets koordinatsystem eller værktøjet native:assignprojection); danske registre leverer i EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/export/geopackage.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected is one kind of geometry.</source>
        <translation>Laget {layer} ({parameter}) rummer {kind}; der ventes én slags geometri.</translation>
    </message>
    <message>
        <location filename="../processing/sources.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected points or polygons.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der skal være punkter eller flader.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected polygons.</source>
        <translation>Laget {layer} ({parameter}) rummer {kind}; der ventes flader.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The layer {layer} ({parameter}) is empty, so there is nothing to make a plan of.</source>
        <translation>Laget {layer} ({parameter}) er tomt, så der er intet at lave en plan af.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The layer {layer} ({parameter}) is not an output of {tool}: it has no field '{field}'. Its fields are: {fields}.</source>
        <translation>Laget {layer} ({parameter}) er ikke et resultat af {tool}: det har intet felt '{field}'. Dets felter er: {fields}.</translation>
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
        <location filename="../processing/export/inputs.py"/>
        <source>The layer {layer} is not an output of classifybuildings: it has no field '{field}'. Its fields are: {fields}. Run 'Designate buildings' first, and give its result in BUILDINGS.</source>
        <translation>Laget {layer} er ikke et resultat af classifybuildings: det har intet felt '{field}'. Dets felter er: {fields}. Kør 'Udpeg bevaringsværdige bygninger' først, og angiv resultatet i BUILDINGS.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The layer {table} of the package cannot be opened again.</source>
        <translation>Pakkens lag {table} kan ikke åbnes igen.</translation>
    </message>
    <message>
        <location filename="../processing/export/geopackage.py"/>
        <source>The layer {table} of the package could not be written: {error}. Is the disk full?</source>
        <translation>Pakkens lag {table} kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/export/maps_pdf.py"/>
        <source>The maps could not be drawn.</source>
        <translation>Kortene kunne ikke tegnes.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The package could not be written: {error}. Nothing in {folder} was changed.</source>
        <translation>Pakken kunne ikke skrives: {error}. Intet i {folder} er ændret.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The project {file} could not be written: {error}. Is the disk full?</source>
        <translation>Projektet {file} kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The project {file} did not arrive whole. Is the disk full?</source>
        <translation>Projektet {file} kom ikke helt frem. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The style of the layer {table} could not be stored: {error}.</source>
        <translation>Stilen til laget {table} kunne ikke gemmes: {error}.</translation>
    </message>
    <message>
        <location filename="../processing/classify_buildings.py"/>
        <source>This format cuts texts after 254 characters, and so the reasons. Choose a GeoPackage (.gpkg).</source>
        <translation>Dette format afkorter tekster efter 254 tegn og dermed begrundelserne. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Title of the plan</source>
        <translation>Lokalplanens titel</translation>
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
        <location filename="../processing/export_lokalplan.py"/>
        <source>Valley (output of delineatevalley)</source>
        <translation>Dal (resultat af delineatevalley)</translation>
    </message>
    <message>
        <location filename="../processing/export_lokalplan.py"/>
        <source>Website</source>
        <translation>Hjemmeside</translation>
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
        <location filename="../processing/self_check.py"/>
        <source>works</source>
        <translation>virker</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>{count} buildings say neither yes nor no in the field 'udpeget', and are not listed as designated: {examples}.</source>
        <translation>{count} bygninger siger hverken ja eller nej i feltet 'udpeget' og er ikke opført som udpegede: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>{count} codes in the field 'udpegning' are not known to this version: {examples}.</source>
        <translation>{count} koder i feltet 'udpegning' kendes ikke af denne version: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>{count} cultural environments are more than the {most} map sheets allowed (MAX_SHEETS): the sheets are a grid instead.</source>
        <translation>{count} kulturmiljøer er flere end de {most} kortblade, der må være (MAX_SHEETS): kortbladene er lagt i et net i stedet.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>{count} designated buildings have no address: {examples}.</source>
        <translation>{count} udpegede bygninger har ingen adresse: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>{count} designated buildings have no geometry, so they are in the annex but on no map: {examples}.</source>
        <translation>{count} udpegede bygninger har ingen geometri, så de står i bilaget, men ikke på noget kort: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{count} files in the folder had been changed, or were not made by this tool: kept as {names}.</source>
        <translation>{count} filer i mappen var rettet, eller var ikke lavet af dette værktøj: gemt som {names}.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{count} files of the earlier package that this one does not hold were removed: {names}.</source>
        <translation>{count} filer fra den tidligere pakke, som denne ikke rummer, er fjernet: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>{count} geometries are of another kind than their layer; the rows are in the package without a geometry.</source>
        <translation>{count} geometrier er af en anden slags end deres lag; rækkerne er med i pakken uden geometri.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>{count} invalid geometries were repaired for the computation; the package keeps them.</source>
        <translation>{count} ugyldige geometrier er repareret til beregningen; i pakken står de uændret.</translation>
    </message>
    <message>
        <location filename="../processing/classification_log.py"/>
        <source>{designated} of {all} buildings designated: {high} by value 1-3, {uniform} of value 4, {decisions} decisions; {review} of value 4 must be looked at.</source>
        <translation>{designated} af {all} bygninger udpeges: {high} på værdi 1-3, {uniform} med værdi 4; {decisions} er særskilt besluttet, og {review} med værdi 4 skal vurderes af en person.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <location filename="../processing/staging.py"/>
        <source>{file} cannot be written: {error}. Close what has it open, or choose another name.</source>
        <translation>{file} kan ikke skrives: {error}. Luk de programmer, der har filen åben, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>{file} could not be written: {error}. Is the disk full?</source>
        <translation>{file} kunne ikke skrives: {error}. Er disken fuld?</translation>
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
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: another run (process {process} on {host}) is writing into {folder}. Wait until it has finished. If no such run exists any more, delete the file {lock} there.</source>
        <translation>{parameter}: en anden kørsel (proces {process} på {host}) er ved at skrive i {folder}. Vent, til den er færdig. Findes den kørsel ikke længere, så slet filen {lock} dér.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: nothing can be written in {folder} ({why}). Choose a folder where you may write.</source>
        <translation>{parameter}: der kan ikke skrives i {folder} ({why}). Vælg en mappe, hvor du må skrive.</translation>
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
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: the run would replace {file}, which {other} reads. Choose another folder, or give the layers that the package was made from.</source>
        <translation>{parameter}: kørslen ville erstatte {file}, som {other} læser. Vælg en anden mappe, eller angiv de lag, som pakken er lavet af.</translation>
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
        <source>{parameter}: {file} must end in .tif.</source>
        <translation>{parameter}: {file} skal ende på .tif.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: {folder} is a file. Choose a folder, or another name.</source>
        <translation>{parameter}: {folder} er en fil. Vælg en mappe eller et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/create_sample_data.py"/>
        <source>{properties} properties, {buildings} buildings, {layers} layers. All of it is invented.</source>
        <translation>{properties} ejendomme, {buildings} bygninger, {layers} lag. Alt er opdigtet.</translation>
    </message>
</context>
</TS>
