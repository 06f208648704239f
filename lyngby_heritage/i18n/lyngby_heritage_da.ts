<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>lyngby_heritage</name>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>'{text}' is no day: {what}. Write it as 4.1.2027.</source>
        <translation>»{text}« er ingen dag: {what}. Skriv den som 4.1.2027.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>, or KIND = {kind}, if it is one</source>
        <translation>, eller KIND = {kind}, hvis det er en sådan</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>1 Data</source>
        <translation>1 Data</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>2 Check</source>
        <translation>2 Kontrol</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>3 Designation</source>
        <translation>3 Udpegning</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>4 Plan</source>
        <translation>4 Plan</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>5 Hearing</source>
        <translation>5 Høring</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>6 Delivery</source>
        <translation>6 Aflevering</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A BFE number; a parcel with its district (12a Kongens Lyngby); an address with house number and letter; or a point as x,y, in the coordinates of the plan where no other are named. What may be several properties is refused, and the message lists them.</source>
        <translation>Et BFE-nummer; et matrikelnummer med ejerlav (12a Kongens Lyngby); en adresse med husnummer og bogstav; eller et punkt som x,y, i planens koordinater, hvor ingen andre er nævnt. Det, der kan være flere ejendomme, bliver afvist, og meddelelsen opregner dem.</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>A GeoPackage cannot be read or written: {error}. Open each of the inputs in QGIS, export the damaged one anew, and run the tool again. The inputs are: {inputs}. Nothing was written.</source>
        <translation>En GeoPackage kan ikke læses eller skrives: {error}. Åbn hvert af inputtene i QGIS, eksportér det beskadigede på ny, og kør værktøjet igen. Inputtene er: {inputs}. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A GeoPackage for 'Collect data', with the table 'hentning' that says what came of each layer.</source>
        <translation>En GeoPackage til »Saml data«, med tabellen »hentning«, der siger, hvad der kom af hvert lag.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A GeoPackage with all layers.</source>
        <translation>En GeoPackage med alle lag.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A GeoPackage with both themes and the tables aendringer and mangler. Beside it come a list for Excel and a read-me, called after it.</source>
        <translation>En GeoPackage med begge temaer og tabellerne aendringer og mangler. Ved siden af kommer en liste til Excel og en LÆS MIG, som hedder det samme.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A GeoPackage with each layer under the name of its role, and the table 'indhold' that says what every file was taken for. Give it to 'Make the kulturhistorisk lokalplan'.</source>
        <translation>En GeoPackage med hvert lag under navnet på dets rolle, og tabellen »indhold«, der siger, hvad hver fil er taget for. Angiv den i »Lav den kulturhistoriske lokalplan«.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A GeoPackage, a folder of files, a project, or a schema of a PostGIS database written as postgres://dbname='kort' schema='kultur'. The layers are found by their names.</source>
        <translation>En GeoPackage, en mappe med filer, et projekt eller et skema i en PostGIS-database, skrevet postgres://dbname='kort' schema='kultur'. Lagene findes på deres navne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A JSON file that turns rules off, or changes how serious they are and their limits.</source>
        <translation>En JSON-fil, der slår regler fra eller ændrer deres alvor og grænser.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A JSON file with addresses and names of layers, or with what differs from the plugin's own.</source>
        <translation>En JSON-fil med adresser og lagnavne, eller kun med det, der er anderledes end pluginets egne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A JSON file with the municipality's own themes, names of layers, texts and colours. Without it the catalogue of the plugin is used.</source>
        <translation>En JSON-fil med kommunens egne temaer, lagnavne, tekster og farver. Uden den bruges det indbyggede katalog.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A SAVE point that no number joins to a building is joined to the nearest within this distance.</source>
        <translation>Et SAVE-punkt, der ikke kan kobles til en bygning på et nummer, kobles til den nærmeste inden for denne afstand.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A building counts as lying in a theme from this share of its footprint.</source>
        <translation>En bygning regnes for at ligge i et tema fra denne del af dens omrids.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>A building without an id can't be decided on.</source>
        <translation>Der kan ikke skrives en beslutning om en bygning uden id.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>A cell of {wanted} m (RESOLUTION) is finer than the model's of {cell} m; the model's own are used.</source>
        <translation>En celle på {wanted} m (RESOLUTION) er finere end terrænmodellens celler på {cell} m; modellens egne bruges.</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>A folder…</source>
        <translation>En mappe …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A hollow without a watercourse must be cut this deep into the ground to be a side valley.</source>
        <translation>En lavning uden vandløb skal være skåret så dybt ned i terrænet for at være en sidedal.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>A letter has at most {count:blank|blanks} in brackets, by whom it is to. Fill them in once for all, in the profile (rules/hearing.json) or the template, and run the tool again.</source>
        <translation>Et brev har højst {count:felt|felter} i kantet parentes, efter hvem det er til. Udfyld dem én gang for alle i profilen (rules/hearing.json) eller skabelonen, og kør værktøjet igen.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>A library does not work inside this QGIS ({broken}). {advice}</source>
        <translation>Et bibliotek virker ikke i denne QGIS ({broken}). {advice}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A line from each building to each neighbour it was compared with, and what the two are alike in.</source>
        <translation>En linje fra hver bygning til hver nabo, den er sammenlignet med, og hvad de to har til fælles.</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>A municipality's layers from FBB, Plandata, Danmarks Miljøportal and the other public services, in one GeoPackage that 'Collect data' and the main job read.

Each layer is asked for by the name that the service has for it today, page by page, and written only when as many rows came as the service says it has and none came twice. What a service does not answer is not known, which is not the same as nothing: the table 'hentning' in the output says of every layer what was asked, how many rows the service has, how many came, when, and with what result. Where a layer cannot be fetched and the output of an earlier run holds it, those rows are kept and said to be the old ones.

Datafordeleren wants a key, which is free. Make an authentication configuration in QGIS (Settings, Options, Authentication; the method Basic with the key as password) and choose it in AUTH; with qgis_process the environment variable LYNGBY_API_KEY does. A key is never written as a parameter, since QGIS keeps those.

Addresses and names of layers are data and may change: correct them in a catalogue of your own (CATALOGUE).</source>
        <translation>En kommunes lag fra FBB, Plandata, Danmarks Miljøportal og de andre offentlige tjenester, i én GeoPackage, som »Saml data« og hovedopgaven læser.

Der spørges efter hvert lag ved det navn, tjenesten har for det i dag, side for side, og det skrives kun, når der kom lige så mange rækker, som tjenesten siger, den har, og ingen kom to gange. Det, en tjeneste ikke svarer på, kendes ikke, og det er ikke det samme som, at der intet er: tabellen »hentning« i resultatet siger for hvert lag, hvad der blev spurgt om, hvor mange rækker tjenesten har, hvor mange der kom, hvornår og med hvilket resultat. Kan et lag ikke hentes, og har resultatet af en tidligere kørsel det, beholdes de rækker, og der står, at det er de gamle.

Til Datafordeleren skal der en nøgle, som er gratis. Lav en autentifikationskonfiguration i QGIS (Indstillinger, Indstillinger …, Autentifikation; metoden Basis autentifikation med nøglen som kodeord), og vælg den i AUTH; med qgis_process er miljøvariablen LYNGBY_API_KEY nok. En nøgle skrives aldrig som parameter, for dem gemmer QGIS.

Adresser og lagnavne er data og kan ændre sig: ret dem i et eget katalog (CATALOGUE).</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>A municipality's layers from FBB, Plandata, Danmarks Miljøportal and the other public services.</source>
        <translation>En kommunes lag fra FBB, Plandata, Danmarks Miljøportal og de andre offentlige tjenester.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_writing.py"/>
        <source>A new profile needs an empty folder, and {folder} holds something. Choose another.</source>
        <translation>En ny profil skal have en tom mappe, og der ligger noget i {folder}. Vælg en anden.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A plot that lies partly in an area belongs to it from this share of the plot.</source>
        <translation>En grund, der ligger delvist i et område, hører til det fra denne del af grunden.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A raster of the height above the nearest watercourse.</source>
        <translation>Et raster med højden over det nærmeste vandløb.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A raster, a service (WMS, WMTS, XYZ) or another map layer, drawn in grey under the printed maps, with its source named on each. A service that fails is left out, and the log says so. An address with a login or a key is used for the printed maps and never stored in the project.</source>
        <translation>Et raster, en tjeneste (WMS, WMTS, XYZ) eller et andet kortlag, som tegnes i gråt under de trykte kort, med kilden nævnt på hvert. En tjeneste, der svigter, udelades, og loggen siger det. En adresse med login eller nøgle bruges til de trykte kort og gemmes aldrig i projektet.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A report to read and print, in Danish, in one file.</source>
        <translation>En rapport til at læse og udskrive, i én fil.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A row for each authority or association: navn, adresse, postnr, by, type and an id for digital post; or GeoFA's theme 5717.</source>
        <translation>En række for hver myndighed eller forening: navn, adresse, postnr, by, type og et id til digital post; eller GeoFA's tema 5717.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A row for each threshold of a scenario that is a profile with another one: its name, the profile (its name or folder; empty for the one that the run goes by), the parameter of 'Designate buildings', such as UNIFORM_SHARE, and its value. Rows of one name are one scenario.</source>
        <translation>En række for hver grænse i et scenarie, der er en profil med en anden grænse: scenariets navn, profilen (dens navn eller mappe; tomt for den, som kørslen følger), parameteren i »Udpeg bevaringsværdige bygninger«, f.eks. UNIFORM_SHARE, og dens værdi. Rækker med samme navn er ét scenarie.</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>A second source of SAVE values</source>
        <translation>En anden kilde til SAVE-værdier</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A sheet of every property, or of those chosen below. PROPERTY is then left empty.</source>
        <translation>Et ark om hver ejendom eller om dem, der er valgt nedenfor. PROPERTY er da tom.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A side that rises less above the watercourse is none.</source>
        <translation>En side, der hæver sig mindre over vandløbet, er ingen dalside.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A side valley without a watercourse is followed this far from the valley.</source>
        <translation>En sidedal uden vandløb følges så langt fra dalen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>A table of the hearing. Nothing of what stands in it is told: a row is named by its place in the table.</source>
        <translation>En tabel fra høringen. Intet af det, der står i den, nævnes: En række kaldes ved sit nummer i tabellen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A table of the layers given, their themes, and what came of each.</source>
        <translation>En tabel over de lag, der er angivet, deres temaer, og hvad der kom ud af hvert.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>A terrain model in metres, such as DHM/Terræn. Cells of 0.4 to 16 m will do.</source>
        <translation>En terrænmodel i meter, f.eks. DHM/Terræn. Celler fra 0,4 til 16 m kan bruges.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>A year later</source>
        <translation>Et år senere</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>ADOPTED is {told}, and the package {file} says {day}. Leave ADOPTED empty, or give the package of the plan that is meant.</source>
        <translation>ADOPTED er {told}, og pakken {file} siger {day}. Lad ADOPTED være tom, eller angiv pakken for den plan, der menes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/area.py"/>
        <source>AREA: {layer} has no area in it. Draw one, or leave it empty.</source>
        <translation>Område: der er ingen flade i {layer}. Tegn en, eller lad feltet stå tomt.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/keys.py"/>
        <source>AUTH is no authentication configuration of this QGIS. Expected is one that QGIS has (Settings, Options, Authentication; the method Basic with the key as password), or nothing where the environment variable {variable} has the key. A key is never written here, since QGIS keeps parameters in its log and history. If what stands here is a key, make a new one.</source>
        <translation>AUTH er ingen autentifikationskonfiguration i denne QGIS. Der forventes en, som QGIS har (Indstillinger, Indstillinger …, Autentifikation; metoden Basis autentifikation med nøglen som kodeord), eller ingenting, når miljøvariablen {variable} har nøglen. En nøgle skrives aldrig her, for QGIS gemmer parametre i sin log og historik. Er det, der står her, en nøgle, så lav en ny.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/keys.py"/>
        <source>AUTH: QGIS cannot open the authentication configuration. Give the master password in QGIS, or for qgis_process in a file that the environment variable QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation>AUTH: QGIS kan ikke åbne autentifikationskonfigurationen. Angiv hovedadgangskoden i QGIS; til qgis_process angives den i en fil, som miljøvariablen QGIS_AUTH_PASSWORD_FILE nævner.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Account (Excel)</source>
        <translation>Regnskab (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Account of the hearing (Excel)</source>
        <translation>Regnskab over høringen (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Account of the hearing (Word)</source>
        <translation>Redegørelse for høringen (Word)</translation>
    </message>
    <message>
        <location filename="../desktop/theme_choice.py"/>
        <source>Add a layer</source>
        <translation>Tilføj et lag</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Add the buffer zones of the catalogue</source>
        <translation>Tilføj katalogets bufferzoner</translation>
    </message>
    <message>
        <location filename="../desktop/card_locator.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Address where the website will stand (empty: no links and no QR codes)</source>
        <translation>Adressen, hjemmesiden kommer til at ligge på (tom: ingen links og ingen QR-koder)</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Address, parcel or BFE number</source>
        <translation>Adresse, matr.nr. eller BFE-nummer</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Adds the zones around areas that the municipality's own catalogue asks for.</source>
        <translation>Tilføjer de zoner omkring arealer, som kommunens eget katalog fastsætter.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Adjoining and opposite properties</source>
        <translation>Tilstødende og overfor liggende ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Adjoining and opposite properties need parcels; the distance does not.</source>
        <translation>Tilstødende og overfor liggende ejendomme kræver jordstykker; afstanden gør ikke.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Adjoining properties</source>
        <translation>Tilstødende ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>Adopted</source>
        <translation>Vedtaget</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>Adopted by the council on</source>
        <translation>Vedtaget af kommunalbestyrelsen den</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Adopted by the council on (empty: as its package says)</source>
        <translation>Vedtaget af kommunalbestyrelsen den (tom: som pakken siger)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Adopted on</source>
        <translation>Vedtaget den</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Adopted plan</source>
        <translation>Vedtaget plan</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Again</source>
        <translation>Kør igen</translation>
    </message>
    <message>
        <location filename="../desktop/asks_view.py"/>
        <location filename="../processing/inputs/plan_package.py"/>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>All files</source>
        <translation>Alle filer</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>All properties</source>
        <translation>Alle ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Also the registers' own tables (FBB, GeoFA, BBR, GeoDanmark, storeys, units)</source>
        <translation>Også registrenes egne tabeller (FBB, GeoFA, BBR, GeoDanmark, etager, enheder)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Also writes the tables as the registers deliver them, to try 'Prepare buildings' on.</source>
        <translation>Skriver også tabellerne, som registrene leverer dem, til at prøve »Klargør bygninger« på.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>An A4 sheet is drawn for each cultural environment. With more of them than this the sheets are the squares of a grid.</source>
        <translation>Der tegnes et A4-blad for hvert kulturmiljø. Er der flere end dette, er bladene felterne i et net.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>An answer that came later is told as late. Left empty, the package of BEFORE says it, if anything does.</source>
        <translation>Et svar, der kom senere, står som kommet efter fristen. Står den tom, gælder den dag, som pakken i BEFORE oplyser, hvis den gør.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>An authentication configuration of QGIS. Left empty, the environment variable LYNGBY_API_KEY is used.</source>
        <translation>En autentifikationskonfiguration i QGIS. Er den tom, bruges miljøvariablen LYNGBY_API_KEY.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>An earlier package in the folder is replaced; files that somebody has worked on are kept.</source>
        <translation>En tidligere pakke i mappen erstattes; filer, som nogen har arbejdet i, bliver gemt.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>An earlier result of this tool. The changes against it are told theme by theme.</source>
        <translation>Et tidligere resultat af værktøjet. Ændringerne vises tema for tema.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>An earlier run was interrupted while it moved its files into place; what stood there before was put back: {names}.</source>
        <translation>En tidligere kørsel blev afbrudt, mens den flyttede sine filer på plads; det, der stod der før, er lagt tilbage: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>An earlier run was interrupted, and {file} cannot be put back: {error}. Close what has it open (QGIS, Excel, a PDF viewer), then run the tool again. The earlier files lie in {staging}.</source>
        <translation>En tidligere kørsel blev afbrudt, og {file} kan ikke lægges tilbage: {error}. Luk de programmer, der har filen åben (QGIS, Excel, en PDF-viser), og kør værktøjet igen. De tidligere filer ligger i {staging}.</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>An empty folder for the profile</source>
        <translation>En tom mappe til profilen</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Annex of buildings (CSV)</source>
        <translation>Bilag over bygninger (CSV)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Annex of buildings (Excel)</source>
        <translation>Bilag over bygninger (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Annex of properties (Excel)</source>
        <translation>Bilag over ejendomme (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Anonymous: without what names the property</source>
        <translation>Anonymt: uden det, der navngiver ejendommen</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Another plot ratio to compare with, %</source>
        <translation>En anden bebyggelsesprocent at sammenligne med, %</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Another source of SAVE values, such as GeoFA beside FBB. Every building with two values that differ is listed.</source>
        <translation>Endnu en kilde til SAVE-værdier, f.eks. GeoFA ved siden af FBB. Hver bygning med to forskellige værdier nævnes.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Answers</source>
        <translation>Svar</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Answers after the deadline</source>
        <translation>Svar efter fristen</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Answers of private persons</source>
        <translation>Svar fra privatpersoner</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Answers of the hearing</source>
        <translation>Svar fra høringen</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Area of the side valleys, ha</source>
        <translation>Sidedalenes areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Area of the valley floor, ha</source>
        <translation>Dalbundens areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Area of the valley sides, ha</source>
        <translation>Dalsidernes areal, ha</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Area that was looked into (the municipality)</source>
        <translation>Undersøgt område (kommunen)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Areas in which two storeys are possible.</source>
        <translation>Områder, hvor to etager er mulige.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Areas of two storeys</source>
        <translation>Områder til to etager</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Areas where two storeys are possible</source>
        <translation>Områder, hvor to etager er mulige</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Areas with a limit as a whole</source>
        <translation>Områder med en samlet procent</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>As many as the run had.</source>
        <translation>Lige så mange som ved kørslen.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>As many as where the sliders began.</source>
        <translation>Lige så mange som dér, hvor skyderne begyndte.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>As they were</source>
        <translation>Som før</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>At most {BLANK_COUNT:blank|blanks} in a letter, for you to fill in</source>
        <translation>Højst {BLANK_COUNT:tom plads|tomme pladser} i et brev, som I udfylder</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Attributes that must be known on both</source>
        <translation>Forhold, der mindst skal være kendt på begge</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Authorities and associations that get a letter</source>
        <translation>Myndigheder og foreninger, der får brev</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Authorities, associations and the kulturmiljøråd</source>
        <translation>Myndigheder, foreninger og kulturmiljørådet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Authorities, associations and the kulturmiljøråd.</source>
        <translation>Myndigheder, foreninger og kulturmiljørådet.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Automatic: adjoining properties when there are parcels, else distance</source>
        <translation>Automatisk: tilstødende ejendomme, når der er jordstykker, ellers afstand</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>BBR with history</source>
        <translation>BBR med historik</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>BBR's buildings</source>
        <translation>BBR's bygninger</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>BBR's buildings, as points or as a table without places. They give use, year, storeys, materials and areas.</source>
        <translation>BBR's bygninger, som punkter eller som tabel uden steder. De giver anvendelse, år, etager, materialer og arealer.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>BBR's storeys</source>
        <translation>BBR's etager</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>BBR's storeys, a table without places. Used roof storeys and basements are known from it.</source>
        <translation>BBR's etager, en tabel uden steder. Herfra kendes udnyttede tagetager og kældre.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>BBR's units</source>
        <translation>Enheder i BBR</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>BBR's units, a table without places. They say how many dwellings a building has.</source>
        <translation>BBR's enheder, en tabel uden steder. De siger, hvor mange boliger en bygning har.</translation>
    </message>
    <message>
        <location filename="../desktop/card_locator.py"/>
        <source>BFE number</source>
        <translation>BFE-nummer</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>BR08-BR15</source>
        <translation>BR08-BR15</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>BR18</source>
        <translation>BR18</translation>
    </message>
    <message>
        <location filename="../core/delivery/register_rows.py"/>
        <source>BUILDINGS holds buildings of several municipalities ({codes}), and each reports its own. Choose the PROFILE of the one that adopted the plan, or give its buildings alone.</source>
        <translation>BUILDINGS har bygninger i flere kommuner ({codes}), og hver indberetter sine egne. Vælg PROFILE for den, der har vedtaget planen, eller angiv dens bygninger alene.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>BUILDINGS lies in no package of a plan, so nothing says that the plan is adopted. Give the layer 'bygninger' of the adopted plan's package, or STATE = {adopted} and ADOPTED.</source>
        <translation>BUILDINGS ligger ikke i en planpakke, så intet siger, at planen er vedtaget. Angiv laget »bygninger« fra den vedtagne plans pakke, eller STATE = {adopted} og ADOPTED.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>BUILDINGS: {missing:,} of the plan's {asked:building|buildings} are not in the layer {layer}, such as {examples}. So many are not pulled down in a few years: it holds another area, or ids of another kind. Give the result of 'Prepare buildings' on this year's registers, with BBR's ids (id_lokalId) in '{field}'.</source>
        <translation>BUILDINGS: {missing:,} af planens {asked:bygning|bygninger} er ikke i laget {layer}, f.eks. {examples}. Så mange bliver ikke revet ned på få år: laget er af et andet område, eller id'erne er af en anden slags. Angiv resultatet af »Klargør bygninger« på årets registre, med BBR's id'er (id_lokalId) i '{field}'.</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>Back to the project of the work</source>
        <translation>Tilbage til arbejdsprojektet</translation>
    </message>
    <message>
        <location filename="../processing/inputs/basemap.py"/>
        <source>Background under the printed maps (a raster or a map service)</source>
        <translation>Baggrund under de trykte kort (et raster eller en korttjeneste)</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Bearing values</source>
        <translation>Bærende bevaringsværdier</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Before 1 February 2008</source>
        <translation>Før 1. februar 2008</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Begin with the settings of</source>
        <translation>Begynd med indstillingerne fra</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Blanks in the letter that has most (letters differ by whom they are to)</source>
        <translation>Felter i kantet parentes i det brev, der har flest (brevene er forskellige efter, hvem de er til)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Both {workbook} and {layer} in {folder} have been worked on. Choose in 'Working table' which of them holds.</source>
        <translation>Der er arbejdet både i {workbook} og i {layer} i {folder}. Vælg under »Arbejdsskema«, hvilket af dem der gælder.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Boundary of the municipality</source>
        <translation>Kommunens grænse</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Building culture</source>
        <translation>Bygningskultur</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Building id</source>
        <translation>Bygnings-id</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Building outlines (GeoDanmark)</source>
        <translation>Bygningsflader (GeoDanmark)</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Building polygons (GeoDanmark)</source>
        <translation>Bygningsflader (GeoDanmark)</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Building regulation</source>
        <translation>Bebyggelsesregulering</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../desktop/thresholds_layers.py"/>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/classify_buildings.py"/>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Buildings</source>
        <translation>Bygninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Buildings (BBR)</source>
        <translation>Bygninger (BBR)</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Buildings (BBR) with their history</source>
        <translation>Bygninger (BBR) med historik</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Buildings after the hearing (classified again)</source>
        <translation>Bygninger efter høringen (udpeget igen)</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Buildings as the registers have them now</source>
        <translation>Bygninger, som registrene har dem nu</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Buildings by scenario</source>
        <translation>Bygninger efter scenarie</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Buildings followed</source>
        <translation>Bygninger, der er fulgt</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Buildings in at least one theme</source>
        <translation>Bygninger i mindst ét tema</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Buildings of decisions that nobody knows</source>
        <translation>Bygninger, som beslutninger nævner, og som ikke findes</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Buildings of the adopted plan</source>
        <translation>Den vedtagne plans bygninger</translation>
    </message>
    <message>
        <location filename="../desktop/card_locator.py"/>
        <source>Buildings of the heritage plan</source>
        <translation>Bygninger i den kulturhistoriske plan</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_map.py"/>
        <source>Buildings of value {neighbour_value} under the thresholds shown</source>
        <translation>Bygninger med værdi {neighbour_value} ved de viste tærskler</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Buildings on no plot</source>
        <translation>Bygninger uden grund</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Buildings on one property may be neighbours too</source>
        <translation>Bygninger på samme ejendom kan også være naboer</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Buildings that changed</source>
        <translation>Bygninger, der er ændret</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Buildings that count as neighbours without being classified themselves: give all of BBR's, since FBB holds only those that were assessed.</source>
        <translation>Bygninger, der tæller som naboer uden selv at blive vurderet: angiv alle BBR's, for FBB indeholder kun dem, der er registreret.</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Buildings that make an ensemble, at least</source>
        <translation>Bygninger i et ensartet område, mindst</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Buildings that no SAVE row was joined to, and SAVE rows on their own</source>
        <translation>Bygninger uden koblet SAVE-række, og SAVE-rækker for sig selv</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Buildings that went to the hearing (classified)</source>
        <translation>Bygninger, der var i høring (udpeget)</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Buildings with SAVE values</source>
        <translation>Bygninger med SAVE-værdier</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Buildings with a SAVE value</source>
        <translation>Bygninger med SAVE-værdi</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Buildings with their designation</source>
        <translation>Bygninger med deres udpegning</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Buildings with their themes</source>
        <translation>Bygninger med deres temaer</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Buildings, put together</source>
        <translation>Bygninger, samlet</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Built of its parts</source>
        <translation>Samles af sine dele</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>By the lokalplan's date of adoption</source>
        <translation>Efter lokalplanens vedtagelsesdato</translation>
    </message>
    <message>
        <location filename="../core/registers/services.py"/>
        <source>CATALOGUE: {catalogue} cannot be used: {why}. It is built like data/registers/services.json of the plugin.</source>
        <translation>CATALOGUE: {catalogue} kan ikke bruges: {why}. Det bygges som pluginets data/registers/services.json.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/catalogue.py"/>
        <source>CATALOGUE: {file} cannot be read ({why}). Give a text file in UTF-8.</source>
        <translation>CATALOGUE: {file} kan ikke læses ({why}). Angiv en tekstfil i UTF-8.</translation>
    </message>
    <message>
        <location filename="../desktop/day_field.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../desktop/busy.py"/>
        <location filename="../desktop/decide.py"/>
        <location filename="../desktop/step_view.py"/>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <location filename="../desktop/running.py"/>
        <location filename="../processing/base.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>Afbrudt. Der er ikke skrevet noget.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Cannot be told</source>
        <translation>Kan ikke afgøres</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Casework</source>
        <translation>Sagsbehandling</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Catalogue of services of your own</source>
        <translation>Eget katalog over tjenester</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Cells to work on, m (0 = the model's)</source>
        <translation>Celler, der regnes på, m (0 = modellens)</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Change …</source>
        <translation>Skift …</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Changed fields</source>
        <translation>Ændrede felter</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Changed rows</source>
        <translation>Ændrede rækker</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Changes</source>
        <translation>Ændringer</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Changes against the earlier designation</source>
        <translation>Ændringer mod den tidligere udpegning</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Changes since the earlier designation</source>
        <translation>Ændringer siden den tidligere udpegning</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Check</source>
        <translation>Kontrol</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Check plot ratio and storeys</source>
        <translation>Kontrollér bebyggelsesprocent og etager</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Check the data</source>
        <translation>Kontrollér data</translation>
    </message>
    <message>
        <location filename="../desktop/panel_work.py"/>
        <source>Choose a folder for the results.</source>
        <translation>Vælg en mappe til resultaterne.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Choose a folder …</source>
        <translation>Vælg mappe …</translation>
    </message>
    <message>
        <location filename="../desktop/panel_work.py"/>
        <source>Choose a folder, or open layers.</source>
        <translation>Vælg en mappe, eller åbn lag.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>Choose the day: {what}.</source>
        <translation>Vælg dagen: {what}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>Choose the file: {what}.</source>
        <translation>Vælg filen: {what}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Choose the folder that the downloads lie in. What there is, and what is missing, is shown below.</source>
        <translation>Vælg den mappe, som de hentede data ligger i. Nedenfor ses, hvad der er, og hvad der mangler.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>Choose the folder: {what}.</source>
        <translation>Vælg mappen: {what}.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_layers.py"/>
        <source>Choose the layer of buildings first.</source>
        <translation>Vælg først laget med bygninger.</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>Choose whether it is designated or not.</source>
        <translation>Vælg, om der udpeges eller ikke.</translation>
    </message>
    <message>
        <location filename="../desktop/asks_view.py"/>
        <source>Choose …</source>
        <translation>Vælg …</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Click a building on the map, or search for it, to see what is known of it.</source>
        <translation>Klik på en bygning på kortet, eller søg efter den, for at se, hvad der vides om den.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Code of the municipality</source>
        <translation>Kommunekode</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Code of the municipality (empty: from the data)</source>
        <translation>Kommunekode (tom: efter data)</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Code of the municipality (empty: the profile's)</source>
        <translation>Kommunens kode (tom: profilens)</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Code of the municipality, such as 0173 (may be left empty)</source>
        <translation>Kommunekode, f.eks. 0173 (kan være tom)</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Collect data</source>
        <translation>Saml data</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Collect the data</source>
        <translation>Saml data</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>Collect the data first.</source>
        <translation>Saml data først.</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Collected data</source>
        <translation>Samlede data</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Common parcels, which are no plots</source>
        <translation>Fælleslodder, som ikke er grunde</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Compare rules</source>
        <translation>Sammenlign regler</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Compare scenarios</source>
        <translation>Sammenlign scenarier</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Compare the rules</source>
        <translation>Sammenlign reglerne</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Compare two designations</source>
        <translation>Sammenlign to udpegninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Computes each plot's plot ratio and storeys, and says whether they keep the limit that applies there.</source>
        <translation>Beregner hver grunds bebyggelsesprocent og etager og siger, om de overholder den grænse, der gælder.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Computes the plot ratio (bebyggelsesprocent) and the storeys of each plot and says whether they keep the limit that applies there: that of the lokalplan or of its sub-area (delområde), of an area of two storeys, of the zone, or the municipality's own. Where a plan does not itself regulate the extent and its sub-areas are not given, the limit is unknown.

A plot is the parcels of one property that adjoin, with their registered areas. Roads and common land are no plots: they come out as not covered and are counted apart. A building over several properties is shared out among them by its footprint. Floor area comes from BBR (full storeys, used roof storeys, the basement that counts, secondary buildings beyond the deduction); where BBR is silent the footprint times the storeys is used, and named so. The rules in force when the lokalplan was adopted decide the deduction. A limit for an area as a whole is not applied to one plot.

Every plot comes out once, with the sum written out in Danish in 'bemaerkning', so that it can be done again by hand. What cannot be known is 'ukendt', with the reason. With a second limit to compare with, each row says what would change.</source>
        <translation>Beregner hver grunds bebyggelsesprocent og etager og siger, om de overholder den grænse, der gælder der: lokalplanens eller dens delområdes, den for et område til to etager, kommuneplanrammens eller kommunens almindelige. Regulerer en plan ikke selv omfanget, og er dens delområder ikke angivet, er grænsen ukendt.

En grund er de jordstykker på én ejendom, der støder op til hinanden, med deres registrerede areal. Veje og fælleslodder er ikke grunde: de står som ikke omfattet og tælles for sig. En bygning på flere ejendomme deles mellem dem efter sit omrids. Etagearealet kommer fra BBR (fulde etager, udnyttede tagetager, den kælder, der tæller med, og sekundær bebyggelse ud over fradraget); hvor BBR intet siger, bruges omridset gange etagerne, og det fremgår. De regler, der gjaldt, da lokalplanen blev vedtaget, afgør fradraget. En grænse for et område som helhed bruges ikke på den enkelte grund.

Hver grund kommer ud én gang med hele regnestykket i »bemaerkning«, så det kan regnes efter i hånden. Det, der ikke kan vides, er »ukendt« med en årsag. Med en anden grænse at sammenligne med siger hver række, hvad der ville ændre sig.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Copy the text</source>
        <translation>Kopiér teksten</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Create sample data</source>
        <translation>Lav eksempeldata</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Cultural environments that are decided</source>
        <translation>Besluttede kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings_decisions.py"/>
        <source>DECISIONS name buildings by id, but the layer {layer} has no id field. Name it in ID_FIELD.</source>
        <translation>DECISIONS nævner bygninger ved deres id, men laget {layer} har intet id-felt. Angiv feltet i ID_FIELD.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/create_sample_data.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <location filename="../processing/tools/self_check.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Data and their dates, for the explanatory statement</source>
        <translation>Data og deres datoer, til redegørelsen</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Datafordeleren's bitemporal download, with every version of each building: it gives the days, and says what was demolished. A current one tells only what stands.</source>
        <translation>Datafordelerens bitemporale udtræk med alle versioner af hver bygning: det giver dagene og siger, hvad der er nedrevet. Et almindeligt udtræk siger kun, hvad der står.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Date of the decision</source>
        <translation>Beslutningens dato</translation>
    </message>
    <message>
        <location filename="../core/common/selfcheck.py"/>
        <source>Debian 12's own python3-shapely is 1.8.5, which is too old. Run: sudo apt install {packages}; then: python3 -m pip install --user --break-system-packages "shapely==2.0.7" "numpy&lt;2". It must be 2.0: newer copies from pip are built for another GEOS than Debian 12's.</source>
        <translation>Debian 12's egen python3-shapely er 1.8.5 og for gammel. Kør: sudo apt install {packages}; og derefter: python3 -m pip install --user --break-system-packages "shapely==2.0.7" "numpy&lt;2". Det skal være 2.0: nyere udgaver fra pip er bygget til en anden GEOS end Debian 12's.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Decide on the environment…</source>
        <translation>Beslut kulturmiljøet …</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Decided cultural environments</source>
        <translation>Besluttede kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Decided singly</source>
        <translation>Særskilt besluttet</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Decide…</source>
        <translation>Beslut …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>Decimals stand behind a point: {example}.</source>
        <translation>Decimaler skrives efter et punktum: {example}.</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Decision</source>
        <translation>Beslutning</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Decision on a cultural environment</source>
        <translation>Beslutning om et kulturmiljø</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Decision on {address}</source>
        <translation>Beslutning om {address}</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <source>Decisions are written into {file}. The main job reads them where the file is called {name} and lies in or beside its data, or else beside the folder of the package.</source>
        <translation>Beslutninger skrives i {file}. Planens kørsel læser dem, når filen hedder {name} og ligger i eller ved siden af kørslens data, ellers ved siden af pakkens mappe.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Decisions of the council on single buildings, a table with the building's id, the decision ('udpeg' or 'udpeg_ikke'), reason, source and date. They come before every rule.</source>
        <translation>Kommunalbestyrelsens beslutninger om enkelte bygninger: en tabel med bygningens id, beslutningen (»udpeg« eller »udpeg_ikke«), begrundelse, kilde og dato. De går forud for alle regler.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Decisions on buildings</source>
        <translation>Beslutninger om bygninger</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/classify_buildings.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Decisions on single buildings</source>
        <translation>Særskilte beslutninger om enkelte bygninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Decisions that stood before the hearing, to be kept</source>
        <translation>Beslutninger, der gjaldt før høringen og skal bevares</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Decisions that wait for the next run</source>
        <translation>Beslutninger, som venter på næste kørsel</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Decisions, for the tool that designates</source>
        <translation>Beslutninger til værktøjet, der udpeger</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Delineate a valley</source>
        <translation>Afgræns en dal</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Deliver</source>
        <translation>Aflever</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Delivery</source>
        <translation>Aflevering</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Delområder</source>
        <translation>Delområder</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Demolished</source>
        <translation>Nedrevet</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <source>Designate</source>
        <translation>Udpeg</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Designate again, and compare</source>
        <translation>Udpeg igen, og sammenlign</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Designate buildings</source>
        <translation>Udpeg bevaringsværdige bygninger</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Designate first: that puts the buildings together.</source>
        <translation>Udpeg først: det samler bygningerne.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_work.py"/>
        <source>Designate with the thresholds that were moved, or put the sliders away.</source>
        <translation>Udpeg med de flyttede tærskler, eller luk skyderne.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Designate with these</source>
        <translation>Udpeg med disse</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Designate with these…</source>
        <translation>Udpeg med disse …</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_map.py"/>
        <location filename="../processing/tools/classify_buildings.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Designated</source>
        <translation>Udpeget</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Designated after</source>
        <translation>Udpeget nu</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Designated before</source>
        <translation>Udpeget før</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Designated buildings</source>
        <translation>Udpegede bygninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Designated buildings without ground in the plan's area</source>
        <translation>Udpegede bygninger uden grund i planens område</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Designated by all scenarios</source>
        <translation>Udpeget i alle scenarier</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Designated by each scenario</source>
        <translation>Udpeget i hvert scenarie</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Designated by no scenario</source>
        <translation>Ikke udpeget i noget scenarie</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Designated by the rule for value {neighbour_value}</source>
        <translation>Udpeget efter reglen for værdi {neighbour_value}</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Designated by value {high_values}</source>
        <translation>Udpeget på værdi {high_values}</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Designated, and bound by the provisions</source>
        <translation>Udpeget og omfattet af bestemmelserne</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Designated, and listed</source>
        <translation>Udpeget og fredet</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Designated, but kept from the public by the register and so not in the plan</source>
        <translation>Udpegede, som registret holder fra offentligheden, og som derfor ikke er i planen</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Designates again with the decisions of the table, holds the result against what was promised, and writes what became of each answer.</source>
        <translation>Udpeger igen med skemaets beslutninger, holder resultatet op mod det, der er lovet, og skriver, hvad der blev af hvert svar.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Designates the buildings by their SAVE values, and says why of each.</source>
        <translation>Udpeger bygningerne efter deres SAVE-værdi og begrunder hver enkelt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Designates the buildings with the data of today, and says what has changed since an earlier designation, such as last year's or the one that was adopted.

The two steps are 'Designate buildings' and 'Compare two designations', with their own defaults.</source>
        <translation>Udpeger bygningerne med dagens data og siger, hvad der er ændret siden en tidligere udpegning, f.eks. sidste års eller den vedtagne.

De to trin er »Udpeg bevaringsværdige bygninger« og »Sammenlign to udpegninger« med deres egne standardværdier.</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Designates the buildings, and checks plot ratio and storeys of the plots that they stand on.

The two steps are 'Designate buildings' and 'Check plot ratio and storeys', with their own defaults, on the municipality's own layers. Each has a report.</source>
        <translation>Udpeger bygningerne og kontrollerer bebyggelsesprocent og etager på de grunde, de står på.

De to trin er »Udpeg bevaringsværdige bygninger« og »Kontrollér bebyggelsesprocent og etager« med deres egne standardværdier, på kommunens egne lag. Hvert trin har en rapport.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Designates the same buildings by the rules of several municipalities, and shows which of them depend on the rule. The designation stays as it is.</source>
        <translation>Udpeger de samme bygninger efter flere kommuners regler og viser, hvilke der afhænger af reglen. Udpegningen bliver, som den er.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Designation after</source>
        <translation>Den nye udpegning</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Designation and plot ratio</source>
        <translation>Udpegning og bebyggelsesprocent</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Designation before</source>
        <translation>Den tidligere udpegning</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Designations</source>
        <translation>Udpegninger</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Designations that do not count are still in the layer.</source>
        <translation>Udpegninger, der ikke tæller med, er stadig i laget.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Difference in footprint that counts as alike, % of the larger</source>
        <translation>Forskel i bebygget areal, der tæller som ens, % af det største</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Difference in years that counts as alike</source>
        <translation>Forskel i opførelsesår, der tæller som ens, år</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Distance between buildings</source>
        <translation>Afstand mellem bygninger</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Distance between neighbouring buildings, m (method 3)</source>
        <translation>Afstand mellem nabobygninger, m (metode 3)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Distance to properties opposite, m (method 2)</source>
        <translation>Afstand til ejendomme overfor, m (metode 2)</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Distance within which a SAVE point may be joined to the nearest building, m</source>
        <translation>Afstand, inden for hvilken et SAVE-punkt kan kobles til den nærmeste bygning, m</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Do not designate</source>
        <translation>Udpeg ikke</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Done</source>
        <translation>Udført</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>Draft</source>
        <translation>Udkast</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Draft of the provisions</source>
        <translation>Udkast til bestemmelser</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Draft of the provisions (Word)</source>
        <translation>Udkast til bestemmelser (Word)</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Draws a valley with its floor, sides and side valleys from a terrain model.</source>
        <translation>Tegner en dal med bund, sider og sidedale ud fra en terrænmodel.</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Draws a valley with its side valleys as a planner would draw it on a map: the floor, the sides up to the shoulder, and the side valleys that open into it.

The floor is the ground up to a height above the watercourse. The sides rise from it to the break of slope. A side valley is a narrower valley or hollow that opens into the valley, with or without a watercourse of its own. A neighbouring valley whose watercourse is not given is no part of it.

Heights count from the watercourse, not from the sea, so that a valley that falls towards the sea is found along all of it. Thresholds are metres and degrees and mean the same on cells of 0.4 and of 16 m. Give the main stream, with its tributaries where they have valleys; every ditch of a plateau is not needed.

The map is a proposal for a person to look at.</source>
        <translation>Tegner en dal med dens sidedale, som en planlægger ville tegne den på et kort: bunden, siderne op til skulderen og de sidedale, der munder ud i den.

Bunden er jorden op til en højde over vandløbet. Siderne rejser sig fra den til knækket i hældningen. En sidedal er en smallere dal eller lavning, der munder ud i dalen, med eller uden eget vandløb. En nabodal, hvis vandløb ikke er angivet, er ikke en del af den.

Højder regnes fra vandløbet, ikke fra havet, så en dal, der falder mod havet, findes i hele sin længde. Tærsklerne er meter og grader og betyder det samme på celler på 0,4 og på 16 m. Angiv hovedvandløbet, med dets tilløb, hvor de har dale; hver eneste grøft på fladen er ikke nødvendig.

Kortet er et forslag, som et menneske skal se på.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>ENVIRONMENTS is not given: those of the package are taken.</source>
        <translation>ENVIRONMENTS er ikke angivet: pakkens kulturmiljøer er brugt.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Each building with the themes it lies in. Give the buildings too.</source>
        <translation>Hver bygning med de temaer, den ligger i. Angiv også bygningerne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Each property with the themes that hold it, and how much of it. Give the parcels too.</source>
        <translation>Hver ejendom med de temaer, den ligger i, og hvor meget af den. Angiv også jordstykkerne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Each row says that a layer has a theme. Only layers that are not known by their name need a row.</source>
        <translation>Hver række siger, at et lag har et tema. Kun lag, der ikke kendes på navnet, behøver en række.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Earlier designation</source>
        <translation>Tidligere udpegning</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Earlier designation of buildings</source>
        <translation>Tidligere udpegning af bygninger</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Earlier designation of landscape</source>
        <translation>Tidligere udpegning af landskab</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Earlier designation to compare with</source>
        <translation>Tidligere udpegning, der sammenlignes med</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Empty fields that may be required</source>
        <translation>Tomme felter, der måske er påkrævede</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Errors</source>
        <translation>Fejl</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Events</source>
        <translation>Hændelser</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Every building of value {neighbour_value}</source>
        <translation>Alle bygninger med værdi {neighbour_value}</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Every property</source>
        <translation>Alle ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Examples made of public sources, and the decision of Lyngby-Taarbæk. Each that is ticked is a scenario; on a command line they are given by number, such as 0,3,5. Nothing is ticked where nothing is given.</source>
        <translation>Eksempler lavet af offentlige kilder, og Lyngby-Taarbæks beslutning. Hver profil med kryds er et scenarie; på en kommandolinje angives de ved nummer, f.eks. 0,3,5. Er intet angivet, er der ingen krydser.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Excel workbook</source>
        <translation>Excel-projektmappe</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Explanatory statement (Word)</source>
        <translation>Redegørelse (Word)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Export adopted designations to GeoFA</source>
        <translation>Aflevér vedtagne udpegninger til GeoFA</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Export the kulturhistorisk lokalplan</source>
        <translation>Eksportér den kulturhistoriske lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>FBB</source>
        <translation>FBB</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>FBB carries no date, so GeoFA comes first unless you choose otherwise.</source>
        <translation>FBB har ingen dato, så GeoFA går forud, medmindre andet vælges.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plot_ratio.py"/>
        <source>FLOORS are joined to buildings by id, but the layer {layer} has no id field.</source>
        <translation>FLOORS knyttes til bygninger med id, men laget {layer} har intet id-felt.</translation>
    </message>
    <message>
        <location filename="../processing/sample/delivered.py"/>
        <source>FOLDER: {folder} holds {count:file|files} that the sample data would replace, and that this tool did not write or somebody has changed since: {names}. Choose another folder, or move {count:=it|them} away.</source>
        <translation>FOLDER: {folder} indeholder {count:fil|filer}, som eksempeldata ville erstatte, og som værktøjet ikke har skrevet, eller som nogen siden har ændret: {names}. Vælg en anden mappe, eller flyt {count:=den|dem}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>FOLDER: {folder} lies in the package of a plan, which is handed on and published. The names and addresses of people must not lie there. Choose a folder beside it.</source>
        <translation>FOLDER: {folder} ligger i en plans pakke, som gives videre og offentliggøres. Folks navne og adresser må ikke ligge dér. Vælg en mappe ved siden af.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Fetch data …</source>
        <translation>Hent data …</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Fetch official data</source>
        <translation>Hent offentlige data</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Fetched data</source>
        <translation>Hentede data</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Fetches the municipality's layers from the public services</source>
        <translation>Henter kommunens lag fra de offentlige tjenester</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Field after: building id</source>
        <translation>Felt i den nye: bygnings-id</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Field before: building id</source>
        <translation>Felt i den tidligere: bygnings-id</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Field of the parcels: cadastral number</source>
        <translation>Jordstykkernes felt: matrikelnummer</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Field of the parcels: property</source>
        <translation>Jordstykkernes felt: ejendom</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Field of the parcels: registered area</source>
        <translation>Jordstykkernes felt: registreret areal</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Field: </source>
        <translation>Felt: </translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Fields (Excel)</source>
        <translation>Felter (Excel)</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <source>File of decisions</source>
        <translation>Fil med beslutninger</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <source>File of decisions…</source>
        <translation>Fil med beslutninger …</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>File or layer</source>
        <translation>Fil eller lag</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>Files of the profile that nothing reads: {files}.</source>
        <translation>Filer i profilen, som intet læser: {files}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Findings</source>
        <translation>Fund</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Findings by layer and rule</source>
        <translation>Fund efter lag og regel</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Finds the building that each answer is about, and makes the table in which you write assessment, consequence and decision. When more answers come, run it again: what was written stays.</source>
        <translation>Finder den bygning, hvert svar handler om, og laver skemaet, hvor I skriver vurdering, konsekvens og beslutning. Kommer der flere svar, så kør igen: det, der er skrevet, bliver.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Finds the neighbours once. Four sliders then recolour the map, and count as they move.</source>
        <translation>Finder naboerne én gang. Derefter farver fire skydere kortet om og tæller, mens de flyttes.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Finds whom the plan is sent to, writes a letter to each, and accounts for every property. The letters are about a proposal: make the plan as one first ('Plan', 'More choices …', 'State of the plan').</source>
        <translation>Finder dem, planen sendes til, skriver et brev til hver og gør regnskab for hver ejendom. Brevene handler om et forslag: Lav først planen som »Forslag i høring« (trin 4, »Flere valg …«, »Planens tilstand«).</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Finds whom to hear about a plan, writes one letter to each, and proves that nobody is lost.</source>
        <translation>Finder dem, der skal høres om en plan, skriver ét brev til hver og viser, at ingen er glemt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Finds whom to hear about a plan, writes one letter to each, and proves that nobody is lost: every property with a building that the proposal numbers or in a decided cultural environment is heard, or stands in the account with the reason why not.

PLAN is the package of the plan. OWNERS is the municipality's own extract, a row for each owner, tenant or user and property: ejendom_id or bfe, navn, adresse, postnr, by, rolle (ejer, lejer, bruger; empty: ejer) and, where there is one, an id for digital post. Who has one id, or else one name and address however they are written, is one receiver and gets one letter on all that is theirs. OTHERS are authorities, associations and the kulturmiljøråd (also GeoFA's theme 5717). With NEARBY the properties that lie so near the plan are listed; whom it affects essentially is for you to decide, in the column hoeres of that list, which is then read as NEIGHBOURS.

Without HEARING_TO the last day is the first that the law allows, moved to a working day. A shorter hearing is refused. The letters are Word files from a template of the municipality's own; what nobody has decided stands in brackets.

Names, addresses and ids stand in FOLDER alone: not in the log, the package or the website. FOLDER must not lie in the package.</source>
        <translation>Finder dem, der skal høres om en plan, skriver ét brev til hver og viser, at ingen er glemt: hver ejendom med en bygning, som forslaget har nummer på, eller i et besluttet kulturmiljø er hørt, eller den står i regnskabet med grunden til, at den ikke er.

PLAN er planens pakke. OWNERS er kommunens eget udtræk, en række for hver ejer, lejer eller bruger og ejendom: ejendom_id eller bfe, navn, adresse, postnr, by, rolle (ejer, lejer, bruger; tom: ejer) og, hvor det findes, et id til digital post. Den, der har samme id eller ellers samme navn og adresse, hvordan de end er skrevet, er én modtager og får ét brev om alt sit. OTHERS er myndigheder, foreninger og kulturmiljørådet (også GeoFA's tema 5717). Med NEARBY kommer ejendomme, der ligger så nær planen, på en liste; hvem den berører væsentligt, afgør I i listens kolonne hoeres, og den læses så som NEIGHBOURS.

Uden HEARING_TO er den sidste dag den første, loven tillader, flyttet til en hverdag. En kortere høring bliver afvist. Brevene er Word-filer efter kommunens egen skabelon; det, ingen har besluttet, står i kantet parentes.

Navne, adresser og id'er står kun i FOLDER: ikke i loggen, pakken eller på hjemmesiden. FOLDER må ikke ligge i pakken.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>First day of the hearing, typed as 4.1.2027 or picked in the calendar. It stands in the letters.</source>
        <translation>Høringens første dag, skrevet som 4.1.2027 eller valgt i kalenderen. Den står i brevene.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>First: {step}.</source>
        <translation>Først: {step}.</translation>
    </message>
    <message>
        <location filename="../desktop/foldable.py"/>
        <location filename="../desktop/warnings_view.py"/>
        <source>Fold it away</source>
        <translation>Fold sammen</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../desktop/panel_hearing.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Folder of downloads as they came, or a file</source>
        <translation>Mappe med data, som de er hentet, eller en fil</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Folder of photos of the buildings</source>
        <translation>Mappe med fotos af bygningerne</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Folder of the data as they are delivered</source>
        <translation>Mappe til data, som de leveres</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Folder of the delivery</source>
        <translation>Afleveringens mappe</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Folder of the downloads</source>
        <translation>Mappen med de hentede data</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Folder of the hearing</source>
        <translation>Høringens mappe</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Folder of the package</source>
        <translation>Mappe til pakken</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Folder of the profile</source>
        <translation>Profilens mappe</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Folder of the results</source>
        <translation>Mappen til resultaterne</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Folder of the sheets</source>
        <translation>Mappe til arkene</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Folder to work in (internal)</source>
        <translation>Mappe at arbejde i (intern)</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Follow up an adopted plan</source>
        <translation>Følg op på en vedtaget plan</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Footprint in m²</source>
        <translation>Bebygget areal i m²</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Four digits, such as 0173. Rows of other municipalities are left out.</source>
        <translation>Fire cifre, f.eks. 0173. Andre kommuners rækker udelades.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Frames of the kommuneplan (those of åben-lav are used)</source>
        <translation>Kommuneplanens rammer (de med åben-lav bruges)</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>From</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>From a plan package the tool writes the plan's area and a delområde for each group of the provisions and each decided environment, as a shapefile and a MapInfo table in a zip each, and a sheet in Danish that leads through the delivery step by step. Nothing is sent.

Before anything is written the areas are checked by the published rules: one municipality, inside its boundary, each object one valid multipolygon, no delområder that overlap. A ground of several groups lies in the first. What cannot be cured without harm is refused with where it is.

The status follows from STATE: KF for a draft, F for a proposal, V for an adopted plan, KV for one whose day of adoption is not known. Fields that stand empty are listed as perhaps required, with where to find them. Plandata's template files could not be read: the files are drafts, and the sheet says what is not verified.</source>
        <translation>Af en planpakke skriver værktøjet planens område og et delområde for hver af bestemmelsernes grupper og hvert besluttet kulturmiljø, som shapefil og som MapInfo-tabel i hver sin zip-fil, og et ark, der fører gennem afleveringen trin for trin. Intet sendes.

Før noget skrives, holdes områderne op mod Plandatas offentliggjorte regler: én kommune, inden for dens grænse, hvert objekt ét gyldigt multipolygon, ingen delområder, der overlapper. En grund, der hører til flere grupper, ligger i den første. Det, der ikke kan rettes uden skade, afvises med stedet.

Status følger af STATE: KF for et udkast, F for et forslag, V for en vedtaget plan, KV for en, hvor dagen for vedtagelsen ikke er kendt. Tomme felter står som måske påkrævede, med hvor oplysningen findes. Plandatas skabeloner kunne ikke læses: filerne er udkast, og arket siger, hvad der ikke er efterprøvet.</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>From downloads as they came to one GeoPackage that the other tools read.</source>
        <translation>Fra data, som de er hentet, til én GeoPackage, som de andre værktøjer læser.</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>From downloads as they came to one GeoPackage that the other tools read: nothing has to be unpacked, renamed or joined first.

Give a folder (with its folders and zips), a file, or layers of the project. Each layer is recognised by its name, else by its fields, else by what its rows say. What may be two things is asked about and never guessed; what is not recognised is listed with what it is most like. Of several downloads of the same the newest with rows is taken, those in force before those with history, and never changes alone (Delta). Parcels are built from Matriklen's four tables, and tiles of the terrain model become one virtual raster beside the output.

The table 'indhold' in the output, and the report, say of every file what it was taken for, by what, how many rows it has, how old it is, whether it is used and why. A wrong verdict is corrected in ROLES (file or layer, and its role or 'ingen'), which is remembered in a file beside the output. What you write yourselves, the tables beslutninger and kulturmiljoeer, is read from beslutninger.gpkg beside the output, which no tool replaces.</source>
        <translation>Fra data, som de er hentet, til én GeoPackage, som de andre værktøjer læser: intet skal pakkes ud, omdøbes eller kobles først.

Angiv en mappe (med undermapper og zipfiler), en fil eller lag i projektet. Hvert lag kendes på sit navn, ellers på sine felter, ellers på det, rækkerne siger. Hvad der kan være to ting, bliver der spurgt om og aldrig gættet; hvad der ikke er kendt, står med det, det ligner mest. Af flere udtræk af det samme tages det nyeste, der har rækker, det gældende før det med historik, og aldrig ændringer alene (Delta). Jordstykkerne samles af Matriklens fire tabeller, og fliser af terrænmodellen bliver til ét virtuelt raster ved siden af resultatet.

Tabellen »indhold« i resultatet og rapporten siger om hver fil, hvad den er taget for, efter hvad, hvor mange rækker den har, hvor gammel den er, om den er brugt, og hvorfor. En forkert vurdering rettes under »Roller, der er valgt« (fil eller lag, og dens rolle eller »ingen«), og det huskes i en fil ved siden af resultatet. Det, I selv skriver, tabellerne beslutninger og kulturmiljoeer, læses fra beslutninger.gpkg ved siden af resultatet, som intet værktøj erstatter.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>From layers to the whole package of the kulturhistorisk lokalplan in one go.</source>
        <translation>Fra lag til hele den kulturhistoriske lokalplans pakke i én omgang.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>From the answers of a hearing to the table to work in, the decisions and the white book.</source>
        <translation>Fra høringens svar til arbejdsskema, beslutninger og hvidbog.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>From the answers of a hearing to the table to work in, the decisions and the white book.

First give ANSWERS (a row for each answer, or for each point of one) and BEFORE, the buildings that went to the hearing, and a FOLDER: it gets a workbook and a layer in which each answer is led to its building, by id, property, address or a place drawn on the map, with empty cells for summary, assessment, consequence (ingen, aendret, imoedekommet, delvist) and decision (udpeg, udpeg_ikke).

Then give the table filled in as ANSWERS, and OUTPUT_DECISIONS: the decisions as the tool that designates buildings reads them, with those that stood before where DECISIONS names them. Designate again with them, and give the result as AFTER: the white book says what was changed because of the hearing and what was not, and why. A decision that AFTER does not carry out stops the run, and so does an answer without assessment or consequence where a public version is asked for.

The public versions (OUTPUT for Word, OUTPUT_HTML) hold no names of private persons and no answer's own words, but their summaries. FOLDER is internal: names, full texts, and a page for each who took part.</source>
        <translation>Fra høringens svar til arbejdsskema, beslutninger og hvidbog.

Angiv først ANSWERS (en række for hvert svar eller for hvert punkt i et svar) og BEFORE, de bygninger, der var i høring, samt FOLDER: Mappen får et regneark og et lag, hvor hvert svar er ført til sin bygning efter id, ejendom, adresse eller et sted, der er tegnet på kortet, med tomme celler til resumé, vurdering, konsekvens (ingen, aendret, imoedekommet, delvist) og beslutning (udpeg, udpeg_ikke).

Angiv derefter det udfyldte skema som ANSWERS og OUTPUT_DECISIONS: beslutningerne, som værktøjet, der udpeger bygninger, læser dem, sammen med dem, der gjaldt før, når DECISIONS angiver dem. Udpeg igen med dem, og angiv resultatet som AFTER: Hvidbogen viser, hvad der er ændret på grund af høringen, hvad der ikke er, og hvorfor. En beslutning, som AFTER ikke følger, afbryder kørslen. Det samme gør et svar uden vurdering eller konsekvens, når en offentlig udgave ønskes.

De offentlige udgaver (OUTPUT til Word, OUTPUT_HTML) indeholder ingen privatpersoners navne og ikke svarenes egne ord, men deres resumé. FOLDER er intern: navne, fulde tekster og en side til hver, der har svaret.</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>From the registers to the designation</source>
        <translation>Fra registrene til udpegningen</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>From the same run of 'Designate buildings'. The website's cards name the neighbours that a building was compared with, and the package keeps the pairs as the table nabopar.</source>
        <translation>Fra samme kørsel af »Udpeg bevaringsværdige bygninger«. Hjemmesidens kort nævner de naboer, bygningen er sammenlignet med, og pakken har parrene i tabellen nabopar.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>From whom to hear about the plan, to what became of their answers. Nothing is sent by itself.</source>
        <translation>Fra hvem der skal høres om planen, til hvad der blev af deres svar. Intet sendes af sig selv.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Further buildings that count as neighbours</source>
        <translation>Øvrige bygninger, der tæller som naboer</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Gathers the layers of landscape, nature and heritage in one designation layer.</source>
        <translation>Samler lagene om landskab, natur og kulturarv i ét udpegningslag.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Gathers the layers of landscape, nature and heritage in one designation layer: each with its theme, name, status, guideline, legal ground, source and source id.

Layers are known by the names that they have in Plandata, Danmarks Miljøportal and Fund og Fortidsminder, by ordinary file names, by the theme code on their rows, or by fields that one register alone has; THEMES names the others. A layer whose theme is not known, or may be two, is left out and named, never guessed. Parts of one area with the same id are merged. Points and lines stay: they are drawn as narrow areas and their area is unknown.

A layer that is empty or does not reach the municipality makes its theme unknown. That is said in the log, the report and the tables, for it is not the same as no restriction.

With buildings and parcels the tool says which themes hold which building, and how much of which property. With an earlier result it says what stays, is new and is gone, theme by theme.</source>
        <translation>Samler lagene om landskab, natur og kulturarv i ét udpegningslag: hver udpegning med tema, navn, status, retningslinje, lovgrundlag, kilde og kildens id.

Lag genkendes på de navne, de har hos Plandata, Danmarks Miljøportal og Fund og Fortidsminder, på almindelige filnavne, på rækkernes temakode eller på felter, som ét register alene har; de øvrige navngives under »Temaer for lag, der ikke kendes på navnet«. Et lag, hvis tema ikke kendes eller kan være to, udelades og nævnes; der gættes ikke. Dele af ét areal med samme id lægges sammen. Punkter og linjer bliver stående: de tegnes som smalle flader, og deres areal er ukendt.

Et lag, der er tomt eller ikke når ind i kommunen, gør sit tema ukendt. Det siges i loggen, rapporten og tabellerne, for det er ikke det samme som, at intet gælder.

Med bygninger og jordstykker siger værktøjet, hvilke temaer der gælder for hvilken bygning, og hvor meget af hvilken ejendom. Med et tidligere resultat siger det, hvad der fastholdes, er nyt og er udgået, tema for tema.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>GeoDanmark's buildings as polygons. They give the SAVE points an outline.</source>
        <translation>GeoDanmarks bygninger som flader. De giver SAVE-punkterne et omrids.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>GeoFA</source>
        <translation>GeoFA</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>GeoFA's theme 6205 as it stands today, with all its fields. Rows keep their ids, and only what the plan decides is changed. Without it every row is new.</source>
        <translation>GeoFA's tema 6205, som det står i dag, med alle felter. Rækkerne beholder deres id, og kun det, planen afgør, ændres. Uden det er hver række ny.</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <location filename="../processing/inputs/plan_package.py"/>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/create_sample_data.py"/>
        <location filename="../processing/tools/export_geofa.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Give it to 'Designate buildings' as the decisions on single buildings when the buildings are designated again.</source>
        <translation>Angiv den som de særskilte beslutninger i »Udpeg bevaringsværdige bygninger«, når bygningerne udpeges igen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Give the downloads in INPUT (a folder or a file) or layers in LAYERS.</source>
        <translation>Angiv de hentede data i INPUT (en mappe eller en fil) eller lag i LAYERS.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Give the layers in INPUT (a file, folder, project or schema) or in LAYERS.</source>
        <translation>Angiv lagene i INPUT (en fil, en mappe, et projekt eller et skema) eller i LAYERS.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Gone from the registers</source>
        <translation>Væk fra registrene</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Greatest width of a valley, m</source>
        <translation>En dals største bredde, m</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Ground that slopes less is no side of the valley.</source>
        <translation>Jord, der hælder mindre, er ikke dalside.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>HEARING_FROM: give the first day of the hearing. The package does not say it, and the last day is worked out from it.</source>
        <translation>HEARING_FROM: angiv høringens første dag. Pakken siger den ikke, og den sidste dag regnes ud fra den.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>HEARING_TO ({last}) is before HEARING_FROM ({first}).</source>
        <translation>HEARING_TO ({last}) ligger før HEARING_FROM ({first}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameters.py"/>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/follow_designations.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-filer (*.html)</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>HTTP status {status}</source>
        <translation>HTTP-status {status}</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <location filename="../processing/tools/hearing_list.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Hearing</source>
        <translation>Høring</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <location filename="../processing/inputs/plan_state.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Hearing from</source>
        <translation>Høringen begynder</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Hearing from (empty: as the package says)</source>
        <translation>Høringen begynder (tom: som pakken siger)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Hearing to</source>
        <translation>Høringen slutter</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Hearing to (last day for answers)</source>
        <translation>Høringen slutter (sidste dag for svar)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Hearing to (last day for answers; empty: the shortest that the law allows)</source>
        <translation>Høringen slutter (sidste dag for svar; tom: den korteste frist, loven tillader)</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Height above the nearest watercourse</source>
        <translation>Højde over nærmeste vandløb</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Height of the valley floor above the watercourse, m</source>
        <translation>Dalbundens højde over vandløbet, m</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Holds an adopted plan against this year's registers, and lists what to look at.</source>
        <translation>Holder en vedtaget plan op mod årets registre og lister, hvad der skal kontrolleres.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Holds names, addresses and ids: choose a folder that only those who work with the case can read, and not in the package. Files that somebody has worked on are kept.</source>
        <translation>Indeholder navne, adresser og id'er: vælg en mappe, som kun de, der arbejder med sagen, kan læse, og ikke i pakken. Filer, som nogen har arbejdet i, bliver gemt.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Holds the adopted plan against this year's registers: collect the new downloads in step 1 first. Nothing is changed by itself.</source>
        <translation>Holder den vedtagne plan op mod årets registre: saml først de nye udtræk i trin 1. Intet ændres af sig selv.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Holds the package of an adopted plan against the registers as they are now, and makes a work list in the order in which to look: buildings demolished, gone, rebuilt, with another value or listing, another outline or a new id, lokalplaner that came or went, and properties that now exceed their plot ratio. Each row says what the plan says, what the registers say, from which day, what to look at, and who decides.

Run it every year. BUILDINGS is the result of 'Prepare buildings' on this year's registers; BBR with its history (Datafordeleren's bitemporal download) gives the days, and tells a demolished building from one that is merely missing. Buildings that are designated, in question or decided on are followed; of all others only those whose value would now designate them.

Nothing is changed in the plan, and nothing is decided. What was not given, or a layer does not say, is not compared, and the log and the report say so.</source>
        <translation>Holder pakken af en vedtaget plan op mod registrene, som de er nu, og laver en arbejdsliste i den rækkefølge, den skal ses i: bygninger, der er nedrevet, væk, ombygget eller har fået en anden værdi eller fredning, et andet omrids eller et nyt id, lokalplaner, der er kommet til eller faldet bort, og ejendomme, der nu overskrider bebyggelsesprocenten. Hver række siger, hvad planen siger, hvad registrene siger, fra hvilken dag, hvad der skal kontrolleres, og hvem der afgør det.

Kør det hvert år. BUILDINGS er resultatet af »Klargør bygninger« på årets registre; BBR med historik (Datafordelerens bitemporale udtræk) giver dagene og skelner en nedrevet bygning fra en, der blot mangler. De udpegede bygninger, dem til vurdering og dem med en særskilt beslutning følges; af alle andre kun dem, hvis værdi nu ville udpege dem.

Intet ændres i planen, og intet afgøres. Det, der ikke er angivet, eller som et lag ikke siger, er ikke sammenlignet, og det siger log og rapport.</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>How far a side valley without a watercourse is followed, m</source>
        <translation>Hvor langt en sidedal uden vandløb følges, m</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>How it is delivered</source>
        <translation>Sådan afleveres planen</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>How long the law lets a hearing last at the least. A shorter one is refused.</source>
        <translation>Hvor længe en høring mindst skal vare efter loven. En kortere bliver afvist.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>How much a footprint on the map may overstate, %</source>
        <translation>Hvor meget et omrids på kortet kan være for stort, %</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>How the rows are taken in</source>
        <translation>Sådan indlæses rækkerne</translation>
    </message>
    <message>
        <location filename="../processing/job/inputs.py"/>
        <source>INPUT: no layer can be read in {path}. Give a GeoPackage, or a folder that holds the layers as GeoPackage, GeoJSON, shapefile or another file that QGIS opens, or the downloads as they came. {why}</source>
        <translation>INPUT: intet lag kan læses i {path}. Angiv en GeoPackage, eller en mappe med lagene som GeoPackage, GeoJSON, shapefil eller en anden fil, som QGIS åbner, eller data, som de er hentet. {why}</translation>
    </message>
    <message>
        <location filename="../processing/collect/run.py"/>
        <source>INPUT: no layer can be read in {path}. These files cannot be read: {files}.</source>
        <translation>INPUT: intet lag kan læses i {path}. Disse filer kan ikke læses: {files}.</translation>
    </message>
    <message>
        <location filename="../processing/job/inputs.py"/>
        <source>INPUT: no table can be read in the schema of {address}. Write it as postgres://dbname='kort' host=… schema='kultur'.</source>
        <translation>INPUT: ingen tabel kan læses i skemaet i {address}. Skriv det som postgres://dbname='kort' host=… schema='kultur'.</translation>
    </message>
    <message>
        <location filename="../processing/job/kept.py"/>
        <source>INPUT: the project {path} cannot be read: {error}</source>
        <translation>INPUT: projektet {path} kan ikke læses: {error}</translation>
    </message>
    <message>
        <location filename="../processing/job/kept.py"/>
        <source>INPUT: the schema {schema} of the database {database} cannot be read: {error}</source>
        <translation>INPUT: skemaet {schema} i databasen {database} kan ikke læses: {error}</translation>
    </message>
    <message>
        <location filename="../processing/collect/run.py"/>
        <source>INPUT: there is no data in {path}, its folders or its zips: {count:file|files} of other kinds. Give the folder that the downloads lie in.</source>
        <translation>INPUT: der er ingen data i {path}, dens undermapper eller zipfiler: {count:fil|filer} af anden slags. Angiv den mappe, som de hentede data ligger i.</translation>
    </message>
    <message>
        <location filename="../processing/job/inputs.py"/>
        <source>INPUT: {path} does not exist. Give a GeoPackage, or a folder that holds the layers.</source>
        <translation>INPUT: {path} findes ikke. Angiv en GeoPackage eller en mappe med lagene.</translation>
    </message>
    <message>
        <location filename="../processing/collect/survey.py"/>
        <source>INPUT: {path} does not exist. Give a file, or the folder that holds the downloads.</source>
        <translation>INPUT: {path} findes ikke. Angiv en fil, eller den mappe, som de hentede data ligger i.</translation>
    </message>
    <message>
        <location filename="../processing/job/inputs.py"/>
        <source>INPUT: {path} is or belongs to the folder {folder}, which the run would write its package into and so replace what it reads. Give the layers that the earlier package was made from, or choose another FOLDER.</source>
        <translation>INPUT: {path} er eller hører til mappen {folder}, som kørslen ville skrive sin pakke i og dermed erstatte det, den læser. Angiv de lag, den tidligere pakke blev lavet af, eller vælg en anden FOLDER.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/membership.py"/>
        <source>In force and of unknown status</source>
        <translation>Gældende og med ukendt status</translation>
    </message>
    <message>
        <location filename="../processing/inputs/membership.py"/>
        <source>In force only</source>
        <translation>Kun gældende</translation>
    </message>
    <message>
        <location filename="../processing/inputs/membership.py"/>
        <source>In force, of unknown status, and proposed</source>
        <translation>Gældende, med ukendt status og forslag</translation>
    </message>
    <message>
        <location filename="../core/plan/provision_rules.py"/>
        <source>In {file} the theme {theme} has {key} = {found}; expected is one of: {known}.</source>
        <translation>I {file} har temaet {theme} {key} = {found}; der forventes en af: {known}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Information</source>
        <translation>Oplysninger</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Initials</source>
        <translation>Initialer</translation>
    </message>
    <message>
        <location filename="../core/common/selfcheck.py"/>
        <source>Install QGIS anew from qgis.org (3.34 or newer), which has {libraries}. A copy from pip comes first and may be built for other libraries: remove it with QGIS's own Python: /Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip uninstall {libraries_as_words}.</source>
        <translation>Installér QGIS igen fra qgis.org (3.34 eller nyere), som har {libraries} med. En udgave fra pip går forud og kan være bygget til andre biblioteker: fjern den med QGIS' egen Python: /Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip uninstall {libraries_as_words}.</translation>
    </message>
    <message>
        <location filename="../core/common/selfcheck.py"/>
        <source>Install QGIS anew with the installer from qgis.org (3.34 or newer), which has {libraries}; in the OSGeo4W setup they are the packages {packages}. A copy that was installed with pip comes first and may be built for other libraries: open the OSGeo4W Shell and run: python3 -m pip uninstall {libraries_as_words}.</source>
        <translation>Installér QGIS igen med installationsprogrammet fra qgis.org (3.34 eller nyere), som har {libraries} med; i OSGeo4W-installationen hedder pakkerne {packages}. En udgave, der er installeret med pip, går forud og kan være bygget til andre biblioteker: åbn OSGeo4W Shell, og kør: python3 -m pip uninstall {libraries_as_words}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Internal folder</source>
        <translation>Intern mappe</translation>
    </message>
    <message>
        <location filename="../desktop/panel_state.py"/>
        <source>Is built of {files}.</source>
        <translation>Bygges af {files}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_waits.py"/>
        <source>Is out of date, run it again first: {step}.</source>
        <translation>Er forældet. Kør det igen først: {step}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>It decides on no proposal: 'antal_ensartede' counts the buildings that the designation calls uniform.</source>
        <translation>Afgør ikke, hvad der foreslås: »antal_ensartede« tæller de bygninger, som udpegningens regel kalder ensartede med naboerne.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_state.py"/>
        <source>It goes by the very name that the tools look for.</source>
        <translation>Det har netop det navn, som værktøjerne leder efter.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Its delområder (MapInfo in a zip)</source>
        <translation>Dens delområder (MapInfo i en zip-fil)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Its delområder (shapefile in a zip)</source>
        <translation>Dens delområder (shapefil i en zip-fil)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>Its source says: {said}.</source>
        <translation>Kilden siger: {said}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>JPEG or PNG files named by the building's id (bygning_id), of which the website shows small copies. Left empty, the folder 'fotos' in INPUT, or beside its file, is used where there is one.</source>
        <translation>JPEG- eller PNG-filer, der hedder bygningens id (bygning_id); hjemmesiden viser små kopier af dem. Er feltet tomt, bruges mappen »fotos« i INPUT eller ved siden af dens fil, hvis den er der.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>JPEG or PNG files named by the building's id (bygning_id). The website shows small copies of them, upright and without the camera's own notes such as where the photo was taken.</source>
        <translation>JPEG- eller PNG-filer, der hedder bygningens id (bygning_id). Hjemmesiden viser små kopier af dem, vendt rigtigt og uden kameraets egne oplysninger, f.eks. hvor billedet er taget.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/catalogue.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSON-filer (*.json)</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Key for Datafordeleren (authentication)</source>
        <translation>Nøgle til Datafordeleren (autentifikation)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Kind of proposal</source>
        <translation>Forslagets art</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Lakes</source>
        <translation>Søer</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Lakes that the watercourses run through</source>
        <translation>Søer, som vandløbene løber igennem</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Lakes that the watercourses run through. They become part of the valley floor.</source>
        <translation>Søer, som vandløbene løber igennem. De bliver en del af dalbunden.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/delineate_valley.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Landscape</source>
        <translation>Landskab</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Landscape and heritage</source>
        <translation>Landskab og kulturarv</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Larger cells are faster and coarser. 0 takes the cells of the terrain model.</source>
        <translation>Større celler er hurtigere og grovere. 0 bruger terrænmodellens egne celler.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Last day for answers. Empty: the shortest hearing that the law allows.</source>
        <translation>Sidste dag for svar. Tom: den korteste høring, loven tillader.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layer</source>
        <translation>Lag</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layers and themes, and what came of each</source>
        <translation>Lag og temaer, og hvad der kom ud af hvert</translation>
    </message>
    <message>
        <location filename="../processing/job/run.py"/>
        <source>Layers found: {layers}.</source>
        <translation>Fundne lag: {layers}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layers given</source>
        <translation>Lag, der er angivet</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Layers in the GeoPackage</source>
        <translation>Lag i GeoPackagen</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layers left out</source>
        <translation>Lag udeladt</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Layers not recognised</source>
        <translation>Lag, der ikke er genkendt</translation>
    </message>
    <message>
        <location filename="../processing/job/run.py"/>
        <source>Layers not used: {layers}.</source>
        <translation>Lag, der ikke er brugt: {layers}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layers of landscape and heritage</source>
        <translation>Lag om landskab, natur og kulturarv</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Layers of the open project</source>
        <translation>Lag i det åbne projekt</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Layers of the open project count too</source>
        <translation>Medtag lag fra det åbne projekt</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Layers of the open project, or files. Each is known by its name, and what is not known is told.</source>
        <translation>Lag i det åbne projekt eller filer. Hvert kendes på sit navn, og det, der ikke kendes, nævnes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Layers of the project: from files, PostGIS, WFS or memory.</source>
        <translation>Lag i projektet: fra filer, PostGIS, WFS eller hukommelsen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Layers that are not known</source>
        <translation>Lag, der ikke kendes</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Layers that say nothing of the municipality</source>
        <translation>Lag, der intet siger om kommunen</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Layers written</source>
        <translation>Lag, der er skrevet</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Layers: a GeoPackage, a folder of layers or downloads, a project, or a schema of PostGIS</source>
        <translation>Lag: en GeoPackage, en mappe med lag eller hentede data, et projekt eller et skema i PostGIS</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Least depth of a side valley without a watercourse, m</source>
        <translation>Mindste dybde af en sidedal uden vandløb, m</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Least height of a valley side above the watercourse, m</source>
        <translation>En dalsides mindste højde over vandløbet, m</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Least slope of a valley side, degrees</source>
        <translation>En dalsides mindste hældning, grader</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Leaves out address, parcels, BFE number, running numbers, map, names of plans and areas, stories and the wording of decisions. The figures stay, and whoever knows them may still know the property.</source>
        <translation>Udelader adresse, matrikelnumre, BFE-nummer, løbenumre, kort, navne på planer og områder, fortællinger og ordlyden af beslutninger. Tallene bliver stående, og den, der kender dem, kan stadig genkende ejendommen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Left empty, how far the plan is follows from the package. An adopted plan is delivered from the package of the adopted plan alone.</source>
        <translation>Tom: hvor langt planen er, følger af pakken. En vedtaget plan afleveres kun af den vedtagne plans pakke.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Left empty, layers that know no municipalities are asked for round what was fetched of the municipality.</source>
        <translation>Er det tomt, spørges der efter lag, som ikke kender kommuner, omkring det, der er hentet af kommunen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Left empty, the field is found by the name that it has in the registers. Choose one only where the log says that it was not found, or that another was read.</source>
        <translation>Står det tomt, findes feltet på det navn, det har i registrene. Vælg kun et felt, hvis loggen siger, at det ikke er fundet, eller at et andet er læst.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Left empty, the package of BEFORE says it, if anything does.</source>
        <translation>Står den tom, gælder den dag, som pakken i BEFORE oplyser, hvis den gør.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Left empty, the package of BEFORE says it.</source>
        <translation>Står det tomt, gælder det navn, som pakken i BEFORE oplyser.</translation>
    </message>
    <message>
        <location filename="../processing/job/run.py"/>
        <source>Left out: {step}</source>
        <translation>Udeladt: {step}</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_map.py"/>
        <source>Left to a person</source>
        <translation>Til vurdering</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Letters for digital post</source>
        <translation>Breve til digital post</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Letters for digital post (CSV)</source>
        <translation>Breve til digital post (CSV)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Letters for print</source>
        <translation>Breve til print</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Letters for print (CSV)</source>
        <translation>Breve til print (CSV)</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Level of the sea in the terrain model, m</source>
        <translation>Havets kote i terrænmodellen, m</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Likeness from which two are alike</source>
        <translation>Lighed, fra hvilken to bygninger er ens</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Limit for an area as a whole</source>
        <translation>Grænse for området som helhed</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../desktop/panel_hearing.py"/>
        <source>List (Excel)</source>
        <translation>Liste (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>List and letters of the hearing</source>
        <translation>Høringsliste og breve</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>List of neighbours with your decision (column hoeres)</source>
        <translation>Listen over naboer med jeres beslutning (kolonnen hoeres)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>List of the hearing (CSV)</source>
        <translation>Høringsliste (CSV)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>List of the hearing (Excel)</source>
        <translation>Høringsliste (Excel)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>List of the sheets</source>
        <translation>Liste over arkene</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>List properties outside the plan within (m)</source>
        <translation>Nævn ejendomme uden for planen i en afstand af højst (m)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Lists properties outside the plan that lie so near. Whom it affects is for you to decide.</source>
        <translation>Nævner ejendomme uden for planen, der ligger så nær. Hvem der berøres, er jeres skøn.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/follow_designations.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Local plan</source>
        <translation>Lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Lokalplan (at least {weeks} weeks)</source>
        <translation>Lokalplan (mindst {weeks} uger)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Lokalplan of minor importance (at least {weeks} weeks)</source>
        <translation>Lokalplan af mindre betydning (mindst {weeks} uger)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Lokalplan together with a change of the kommuneplan (at least {weeks} weeks)</source>
        <translation>Lokalplan sammen med en ændring af kommuneplanen (mindst {weeks} uger)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Lokalplaner</source>
        <translation>Lokalplaner</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Lokalplaner in force</source>
        <translation>Gældende lokalplaner</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Lokalplaner in force, as Plandata delivers them. A plan's own limit comes before the zone's.</source>
        <translation>Gældende lokalplaner, som Plandata leverer dem. En plans egen grænse går forud for områdets.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Lokalplaner in force, as Plandata delivers them. The documents say which of them the plan meets, and which have provisions on preservation already.</source>
        <translation>Gældende lokalplaner, som Plandata leverer dem. Dokumenterne siger, hvilke af dem planen møder, og hvilke der allerede har bestemmelser om bevaring.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Lokalplaner now</source>
        <translation>Lokalplaner nu</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Look at the folder again</source>
        <translation>Gennemse mappen igen</translation>
    </message>
    <message>
        <location filename="../desktop/panel_data.py"/>
        <source>Looking at the data</source>
        <translation>Gennemser data</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Looking at the data …</source>
        <translation>Gennemser data …</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Looks for what is wrong in the data, and shows where.</source>
        <translation>Finder fejl i data og viser, hvor de er.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Low ground is the floor of a valley only between sides that are no farther apart than this.</source>
        <translation>Lav jord er kun dalbund mellem sider, der ikke står længere fra hinanden end dette.</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>Lyngby Heritage: from data to plan, step by step</source>
        <translation>Lyngby Heritage: fra data til plan, trin for trin</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>MUNICIPALITY: '{code}' is no code of a municipality; expected digits such as 0173 or 173.</source>
        <translation>MUNICIPALITY: »{code}« er ikke en kommunekode; der forventes cifre som 0173 eller 173.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/choice.py"/>
        <source>MUNICIPALITY: the code of the municipality is needed, such as 0173, and the profile does not say it.</source>
        <translation>MUNICIPALITY: angiv kommunens kode, f.eks. 0173. Profilen siger den ikke.</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Made of earlier data: run it again.</source>
        <translation>Lavet af tidligere data: kør igen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Main buildings compared</source>
        <translation>Hovedbygninger, der er sammenlignet</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Main buildings in them</source>
        <translation>Hovedbygninger i dem</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Make list and letters</source>
        <translation>Lav liste og breve</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Make the adopted plan</source>
        <translation>Lav den vedtagne plan</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Make the files for Plandata</source>
        <translation>Lav filerne til Plandata</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Make the kulturhistorisk lokalplan</source>
        <translation>Lav den kulturhistoriske lokalplan</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Make the plan</source>
        <translation>Lav planen</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Make the plan with these…</source>
        <translation>Lav planen med disse …</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Make the rows for GeoFA</source>
        <translation>Lav rækkerne til GeoFA</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Make the sheets</source>
        <translation>Lav arkene</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Make the white book</source>
        <translation>Lav hvidbogen</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Make the working table</source>
        <translation>Lav arbejdsskemaet</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Makes an invented Danish municipality to try the tools on.</source>
        <translation>Laver en opdigtet dansk kommune at afprøve værktøjerne på.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village and a station quarter above a river valley, with all layers that the main job reads, the registers as they are delivered, and a terrain model. Listed buildings, churches, lokalplaner that preserve, what designates today and what did before, and decided cultural environments are among them.

With FOLDER the same municipality is written a second time as its data are delivered: Datafordeleren's files in their zips, the parcels in their four parts, Plandata, FBB, GeoFA, Danmarks Miljøportal, the terrain in tiles, and the municipality's own layers. Beside them lie tables of owners and of hearing answers.

Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of the real register, and missing, odd and contradictory values occur as they do there. The same seed and number of properties always give the same data.</source>
        <translation>Laver en opdigtet dansk kommune at afprøve værktøjerne på: en by med villaer, rækkehuse, en gammel landsby og et stationskvarter over en ådal, med alle de lag, som hovedopgaven læser, registrene, som de leveres, og en terrænmodel. Blandt dem er fredede bygninger, kirker, bevarende lokalplaner, hvad der udpeger i dag, og hvad der udpegede før, og kulturmiljøer, der er besluttet.

Med »Mappe til data, som de leveres« skrives den samme kommune en gang til, som dens data leveres: Datafordelerens filer i deres zip-filer, jordstykkerne i deres fire dele, Plandata, FBB, GeoFA, Danmarks Miljøportal, terrænet i felter og kommunens egne lag. Ved siden af ligger tabeller over ejere og over høringssvar.

Alt er opdigtet; hver række siger det i feltet »oprindelse«. SAVE-værdierne er fordelt som i det virkelige register, og manglende, mærkelige og modstridende værdier forekommer ligesom dér. Samme startværdi og antal ejendomme giver altid de samme data.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Makes an invented municipality, puts its data together and shows them</source>
        <translation>Laver en opdigtet kommune, samler dens data og viser dem</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Makes one building layer from FBB or GeoFA, BBR and GeoDanmark.</source>
        <translation>Laver ét bygningslag af FBB eller GeoFA, BBR og GeoDanmark.</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Makes one building layer from the registers as they are delivered: SAVE values from FBB or GeoFA's theme 6205, polygons from GeoDanmark, buildings and storeys from BBR. Every other tool reads the result without naming a field.

A SAVE value is joined to its building by BBR's id, else by the BBR number, else to the nearest building without one. The field 'kobling' says which, 'kobling_m' how far the point lies from the building. BBR's rows that do not stand by their status, ended versions and cases without a place are left out.

SAVE values may come from two sources at once. Where they differ, GeoFA comes before FBB, which carries no date, unless you choose otherwise; each difference is listed. The units of BBR say how many dwellings a building has, before its own count.

No row is lost: a SAVE value without a building comes out as its own point, what is in no building stands in the second layer with its reason, and the log accounts for each row of each input.</source>
        <translation>Laver ét bygningslag af registrene, som de bliver leveret: SAVE-værdier fra FBB eller GeoFA's tema 6205, flader fra GeoDanmark, bygninger og etager fra BBR. Alle andre værktøjer læser resultatet, uden at man skal vælge felter.

En SAVE-værdi kobles til sin bygning på BBR's id, ellers på bbrnummer, ellers til den nærmeste bygning uden SAVE-værdi. Feltet »kobling« siger hvordan, og »kobling_m«, hvor langt punktet ligger fra bygningen. BBR's rækker om bygninger, der efter deres status ikke står, ophørte versioner og sager uden placering er udeladt.

SAVE-værdier kan komme fra to kilder på én gang. Hvor de er uenige, går GeoFA forud for FBB, som ikke har dato, medmindre der vælges andet; hver uenighed står på en liste. BBR's enheder siger, hvor mange boliger en bygning har, og går forud for dens eget tal.

Ingen række går tabt: en SAVE-værdi uden bygning står som sit eget punkt, alt, der ikke er i nogen bygning, står med årsag i det andet lag, og loggen gør rede for hver række i hvert input.</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Makes one building layer of the registers, and designates the buildings in it.

The two steps are 'Prepare buildings' and 'Designate buildings', with their own defaults. Choose the registers as they were delivered; the building layer between the steps can be kept too.</source>
        <translation>Laver ét bygningslag af registrene og udpeger bygningerne i det.

De to trin er »Klargør bygninger« og »Udpeg bevaringsværdige bygninger« med deres egne standardværdier. Vælg registrene, som de er leveret; bygningslaget mellem de to trin kan også gemmes.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Makes the package anew as adopted, with the designation after the hearing.</source>
        <translation>Laver pakken igen som vedtaget, med udpegningen efter høringen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Makes the rows of GeoFA's themes 6205 and 6204 that follow from an adopted plan.</source>
        <translation>Laver de rækker i GeoFA's temaer 6205 og 6204, som følger af en vedtaget plan.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Makes the rows that GeoFA is to hold once a plan is adopted: the buildings as theme 6205 (Bygningsvurdering), the decided cultural environments as theme 6204 (Bygningsvurderingsgruppe), in the published fields, with lengths and codes checked before anything is written.

BUILDINGS is the layer bygninger of the adopted plan's package, which says that it is adopted; of any other designation give STATE = 2 and ADOPTED. A draft or a proposal is refused. SOURCE_6205 is theme 6205 as GeoFA has it today: with it rows keep their ids and what they hold beside, and only what the plan decides is changed. A building is a row's by BBR's id, else by BFE number and building number. The code of a designated building is 1 (lokalplan), or 3 where the kommuneplan designates it too; what another lokalplan designates stands, and is listed.

The GeoPackage also has the tables aendringer (each field that changes, before and after) and mangler (what could not be written, or must be looked at, and what to do). Beside it lie a list for Excel and a read-me. Nothing is sent: a person takes the rows into GeoFA.</source>
        <translation>Laver de rækker, GeoFA skal have, når en plan er vedtaget: bygningerne som tema 6205 (Bygningsvurdering), de besluttede kulturmiljøer som tema 6204 (Bygningsvurderingsgruppe), i de offentliggjorte felter. Længder og koder er kontrolleret, før noget skrives.

BUILDINGS er laget bygninger i den vedtagne plans pakke, som siger, at den er vedtaget; til enhver anden udpegning angives STATE = 2 og ADOPTED. Et udkast eller et forslag afvises. SOURCE_6205 er tema 6205, som GeoFA har det i dag: med det beholder rækkerne deres id og det, de ellers indeholder, og kun det, planen afgør, ændres. En bygning hører til en række efter BBR's id, ellers efter BFE-nummer og bygningsnummer. Koden for en udpeget bygning er 1 (lokalplan), eller 3 hvor kommuneplanen også udpeger den; det, en anden lokalplan udpeger, bliver stående og kommer på listen.

GeoPackagen har også tabellerne aendringer (hvert felt, der ændres, før og efter) og mangler (hvad der ikke kunne skrives, eller hvad der skal kontrolleres, og hvad der skal gøres). Ved siden af ligger en liste til Excel og en LÆS MIG. Intet sendes: et menneske fører rækkerne ind i GeoFA.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Makes the whole plan: map layers, maps, annexes, provisions and website, in one folder.</source>
        <translation>Laver hele planen i én mappe: kortlag, kort, bilag, bestemmelser og hjemmeside.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Map landscape and heritage</source>
        <translation>Kortlæg landskab og kulturarv</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Map sheets</source>
        <translation>Kortblade</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Maps (PDF)</source>
        <translation>Kort (PDF)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Measured between the plots, across the street. It counts with method 2.</source>
        <translation>Målt mellem grundene, tværs over vejen. Den bruges ved metode 2.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Measured from outline to outline. It counts where the neighbours are found by distance: method 3, or 0 without parcels.</source>
        <translation>Målt fra omrids til omrids. Den bruges, hvor naboerne findes efter afstand: metode 3, eller 0 uden jordstykker.</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>Missing, too old or broken in this QGIS: {names}. {advice}</source>
        <translation>Mangler, er for gammelt eller virker ikke i denne QGIS: {names}. {advice}</translation>
    </message>
    <message>
        <location filename="../desktop/panel_state.py"/>
        <source>Missing.</source>
        <translation>Mangler.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_state.py"/>
        <source>Missing. Where it is got: {place}.</source>
        <translation>Mangler. Hentes her: {place}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/shipped_model.py"/>
        <source>Models: several tools in one</source>
        <translation>Modeller: flere værktøjer i ét</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>More</source>
        <translation>Mere</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>More choices …</source>
        <translation>Flere valg …</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Most map sheets (with more cultural environments the sheets are a grid)</source>
        <translation>Højst så mange kortblade (er der flere kulturmiljøer, lægges kortbladene i et net)</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Move the thresholds</source>
        <translation>Flyt tærsklerne</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <source>Move the thresholds…</source>
        <translation>Flyt tærsklerne …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>NEIGHBOUR_METHOD {method} looks for neighbouring properties, so it needs PARCELS. Give the parcels, or choose method 3 (distance between buildings).</source>
        <translation>NEIGHBOUR_METHOD {method} leder efter naboejendomme og kræver derfor PARCELS. Angiv jordstykkerne, eller vælg metode 3 (afstand mellem bygninger).</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Name of the municipality</source>
        <translation>Kommunens navn</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Name of the watercourse</source>
        <translation>Vandløbets navn</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Name the property in PROPERTY, or set ALL for all of them.</source>
        <translation>Angiv ejendommen i PROPERTY, eller vælg ALL for dem alle.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Narrower strips are differences in drawing, not changes.</source>
        <translation>Smallere striber er forskelle i tegning og ikke ændringer.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Neighbours compared</source>
        <translation>Sammenlignede naboer</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Neighbours that must be assessed</source>
        <translation>Naboer, der mindst skal kunne vurderes</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Neighbours that must be known</source>
        <translation>Naboer, der mindst skal kunne vurderes</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Neighbours to hear</source>
        <translation>Naboer, der høres</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Neighbours within</source>
        <translation>Naboer inden for</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>New rows</source>
        <translation>Nye rækker</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>New rows of designated buildings</source>
        <translation>Nye rækker for udpegede bygninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Newly designated</source>
        <translation>Nyudpeget</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>No building in {layer} has a geometry, and no BOUNDARY says where the plan lies: no map can be drawn.</source>
        <translation>Ingen bygning i {layer} har en geometri, og ingen BOUNDARY siger, hvor planen ligger: der kan ikke tegnes kort.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>No building is designated: the annex of designated buildings is empty.</source>
        <translation>Ingen bygning er udpeget: bilaget over udpegede bygninger er tomt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>No building of value {neighbour_value}</source>
        <translation>Ingen bygninger med værdi {neighbour_value}</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>No folder is chosen.</source>
        <translation>Ingen mappe er valgt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>No longer designated</source>
        <translation>Udgået</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>No profile is chosen.</source>
        <translation>Der er ikke valgt nogen profil.</translation>
    </message>
    <message>
        <location filename="../processing/export/environment_paper.py"/>
        <source>No proposal for a cultural environment is undecided and has {least:designated building|designated buildings} or more, so the working paper {file} is not written.</source>
        <translation>Intet forslag til kulturmiljø, som ingen har taget stilling til, har mindst {least:udpeget bygning|udpegede bygninger}; derfor er arbejdspapiret {file} ikke skrevet.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>No valley was found: nowhere along the watercourses do slopes rise on both sides as MIN_SLOPE and MIN_RELIEF ask. Lower them, or look at the height above the watercourse (OUTPUT_HEIGHT).</source>
        <translation>Der blev ikke fundet nogen dal: intet sted langs vandløbene rejser der sig på begge sider skråninger, der er så stejle og så høje, som der kræves (MIN_SLOPE og MIN_RELIEF). Sæt kravene ned, eller se på højden over vandløbet (OUTPUT_HEIGHT).</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>No watercourse of {layer} lies on the terrain model {model}, which reaches from {west}, {south} to {east}, {north} ({crs}). Are they of the same place?</source>
        <translation>Intet vandløb i {layer} ligger på terrænmodellen {model}, som rækker fra {west}, {south} til {east}, {north} ({crs}). Er de fra samme sted?</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>Nobody says that the plan is public in Plandata, from when on it is in force ({law}).</source>
        <translation>Ingen siger, at planen er offentliggjort i Plandata, og først derfra gælder den ({law}).</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>Nobody says when the plan was adopted, so the age of the rows of GeoFA cannot be told. Give ADOPTED.</source>
        <translation>Ingen siger, hvornår planen er vedtaget, så det kan ikke ses, hvor gamle GeoFA's rækker er i forhold til den. Angiv ADOPTED.</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_parts.py"/>
        <source>None of the surfaces in {surfaces} ({field}) belongs to a parcel in {parcels}. Take the files of one municipality and of one week.</source>
        <translation>Ingen af fladerne i {surfaces} ({field}) hører til et jordstykke i {parcels}. Brug filer for samme kommune og fra samme uge.</translation>
    </message>
    <message>
        <location filename="../processing/collect/terrain_tiles.py"/>
        <source>None of the terrain tiles can be used, so there is no terrain model.</source>
        <translation>Ingen af terrænfliserne kan bruges, så der er ingen terrænmodel.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>None of them</source>
        <translation>Ingen af dem</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_map.py"/>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Not designated</source>
        <translation>Ikke udpeget</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Not done</source>
        <translation>Ikke udført</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Not used: not recognised, or cannot be read</source>
        <translation>Ikke brugt: ikke genkendt eller kan ikke læses</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>Not verified in the source itself: {places}.</source>
        <translation>Ikke bekræftet i kilden selv: {places}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>Nothing in the package says which municipality it is of, so komnr stands empty.</source>
        <translation>Intet i pakken siger, hvilken kommune den er for, så komnr er tomt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Nothing to validate: give at least one of {names}.</source>
        <translation>Der er intet at kontrollere: angiv mindst én af {names}.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/run.py"/>
        <source>Nothing was asked for but the counts: give FOLDER for the table to work in, or OUTPUT or OUTPUT_HTML for the white book.</source>
        <translation>Der er kun bedt om tallene: Angiv FOLDER for at få arbejdsskemaet, eller OUTPUT eller OUTPUT_HTML for at få hvidbogen.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>Nothing was fetched, and nothing written. {said}</source>
        <translation>Intet er hentet, og intet er skrevet. {said}</translation>
    </message>
    <message>
        <location filename="../processing/follow/run.py"/>
        <source>Nothing was found that differs from the plan.</source>
        <translation>Der er ikke fundet noget, som er anderledes end i planen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Number of buildings</source>
        <translation>Antal bygninger</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Number of properties</source>
        <translation>Antal ejendomme</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Number of the plan</source>
        <translation>Lokalplanens nummer</translation>
    </message>
    <message>
        <location filename="../processing/collect/run.py"/>
        <source>OUTPUT is the same file as INPUT: {file}. Choose another name for it.</source>
        <translation>OUTPUT er samme fil som INPUT: {file}. Vælg et andet navn til resultatet.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>OWNERS names no tenants or no users of these properties. {law} names them too; the account says so.</source>
        <translation>OWNERS nævner ingen lejere eller ingen brugere af disse ejendomme. {law} nævner også dem; regnskabet siger det.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>OWN_PROFILES: the folder {folder} is no profile, and no folder in it is one: a profile has a file profile.json. Give the folder of a profile, or one that holds the folders of several.</source>
        <translation>OWN_PROFILES: mappen {folder} er ikke en profil, og ingen mappe i den er det: En profil har en fil profile.json. Angiv en profils mappe, eller en mappe med flere profilers mapper.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Of another value or listing</source>
        <translation>Med anden værdi eller fredning</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Of those on another ground {single:building is|buildings are} not designated and in one of the layers only: there is no ground in the other that could change.</source>
        <translation>Af dem med andet grundlag er {single:bygning|bygninger} ikke udpeget og findes kun i det ene lag: der er intet grundlag i det andet, som kunne skifte.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Of those on another ground: in one of the layers only</source>
        <translation>Heraf kun i det ene lag</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>Of {count:row|rows} nobody has looked up whether the kommuneplan designates the building: {none:,} written as not designated, {alone:,} as designated by a lokalplan alone. Look it up before they are taken into GeoFA; the sheet Nye rækker and the table aendringer say which.</source>
        <translation>For {count:række|rækker} er det ikke slået op, om kommuneplanen udpeger bygningen: {none:,} er skrevet som ikke udpeget og {alone:,} som udpeget af lokalplan alene. Slå det op, før rækkerne føres ind i GeoFA; arket Nye rækker og tabellen aendringer siger hvilke.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>On another ground</source>
        <translation>På andet grundlag</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Only an adopted plan is exported. Left empty, the package in which BUILDINGS lies says whether it is.</source>
        <translation>Kun en vedtaget plan afleveres. Er feltet tomt, siger den pakke, BUILDINGS ligger i, om den er det.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Only buildings that BBR calls {uses}</source>
        <translation>Kun bygninger, som BBR kalder {uses}</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Only what meets this area</source>
        <translation>Kun det, der rører dette område</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>Only {count:row|rows} of {stated} of the layer {layer} ({parameter}) came from the database. Run the tool again when nobody edits the table and the connection is up.</source>
        <translation>Kun {count:række|rækker} af {stated} i laget {layer} ({parameter}) kom fra databasen. Kør værktøjet igen, når ingen redigerer tabellen, og forbindelsen virker.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <source>Open the plan's project</source>
        <translation>Åbn planens projekt</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Open the work that was begun here</source>
        <translation>Åbn det arbejde, der er begyndt her</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Opens the tool with every choice that it has</source>
        <translation>Åbner værktøjet med alle dets valg</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Others to hear</source>
        <translation>Andre, der høres</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Outer wall (BBR code)</source>
        <translation>Ydervæg (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>Outlines are worked out on {rows} × {columns} cells of {dx} × {dy} m (the model's are {own_dx} × {own_dy} m).</source>
        <translation>Afgrænsningen regnes på {rows} × {columns} celler på {dx} × {dy} m (modellens er {own_dx} × {own_dy} m).</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Over a limit</source>
        <translation>Over en grænse</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Over the plot ratio</source>
        <translation>Over bebyggelsesprocenten</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Own profiles (the folder of one, or a folder that holds several)</source>
        <translation>Egne profiler (mappen med én, eller en mappe med flere)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Owners</source>
        <translation>Ejere</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Owners who get a letter</source>
        <translation>Ejere, der får brev</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Owners, tenants and users</source>
        <translation>Ejere, lejere og brugere</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Owners, whose names no public version holds</source>
        <translation>Ejere, hvis navne udelades i de offentlige udgaver</translation>
    </message>
    <message>
        <location filename="../processing/inputs/roles.py"/>
        <source>PARCELS and ZONES are the same layer: {layer}. QGIS may have filled one of them in by itself. Every parcel then counts as a zone of its own, so that every plot is held against the limits. Choose the layer of zones, unless all of these parcels are to be held against them.</source>
        <translation>PARCELS og ZONES er samme lag: {layer}. QGIS kan selv have udfyldt et af felterne. Hvert jordstykke regnes så for et åben-lav-område for sig, og alle grunde holdes op mod grænserne. Vælg laget med åben-lav-områder, medmindre alle disse jordstykker skal holdes op mod dem.</translation>
    </message>
    <message>
        <location filename="../processing/export/photos.py"/>
        <source>PHOTOS: {path} is no folder.</source>
        <translation>PHOTOS: {path} er ikke en mappe.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>PLAN: no building of the package has an id in the field '{field}', so none can be found again.</source>
        <translation>PLAN: ingen bygning i pakken har et id i feltet '{field}', så ingen kan findes igen.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>PLAN: the package is of an adopted plan, and a hearing is on a proposal. Give the package of the proposal.</source>
        <translation>PLAN: pakken er af en vedtaget plan, og en høring gælder et forslag. Angiv pakken med forslaget.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>PLANID is empty, but a plan can be adopted in Plandata only when it has been a proposal there. Give the planid of the proposal.</source>
        <translation>PLANID er tomt, men en plan kan først vedtages i Plandata, når den har været forslag dér. Angiv forslagets planid.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_reading.py"/>
        <source>PLANID: {planid} is another plan in the package's layer {layer}: {number} {name}. An upload would replace that one. Give the planid of this plan ({plan}), or leave PLANID empty for a new plan.</source>
        <translation>PLANID: {planid} er en anden plan i pakkens lag {layer}: {number} {name}. En upload ville erstatte den. Angiv planid for denne plan ({plan}), eller lad PLANID være tomt for en ny plan.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>PLANID: {value} is no planid. It is the number of at most {digits} digits that Plandata gave the plan; leave PLANID empty for a plan that is new there.</source>
        <translation>PLANID: {value} er ikke et planid. Det er det tal på højst {digits} cifre, som Plandata gav planen; lad PLANID være tomt for en plan, der er ny dér.</translation>
    </message>
    <message>
        <location filename="../core/landscape/earlier.py"/>
        <source>PREVIOUS: {count:row has|rows have} a theme that the catalogue does not have, and {count:=is|are} not compared: {themes}.</source>
        <translation>PREVIOUS: {count:række|rækker} har et tema, som kataloget ikke har, og er ikke sammenlignet: {themes}.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>PROFILE: the folder {folder} has no profile.json, which says whose profile it is. Write a profile with the plugin's menu, and change that.</source>
        <translation>PROFILE: Mappen {folder} har ingen profile.json, som siger, hvis profil det er. Skriv en profil med programmets menu, og ret den.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>PROFILE: there is no folder {folder}, and no profile of that name comes with the plugin. Give the folder of a profile, or one of: {names}.</source>
        <translation>PROFILE: Der er ingen mappe {folder}, og ingen profil af det navn følger med programmet. Angiv en profils mappe eller en af disse: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>PROFILES: scenarios are compared, and so there must be two or more; this run has {count}: {names}. Tick profiles in PROFILES (by number: {known}), give a folder of your own in OWN_PROFILES, or a row of VARIANTS.</source>
        <translation>PROFILES: scenarier sammenlignes, og derfor skal der være mindst to; denne kørsel har {count}: {names}. Sæt kryds ved profiler i PROFILES (ved nummer: {known}), angiv en mappe med egne i OWN_PROFILES, eller udfyld en række i VARIANTS.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>PROPERTIES: no property of the plan is in the layer {layer}. Its ids are such as {theirs}, the plan's such as {ours}. Give the result of 'Check plot ratio and storeys' for the plan's area.</source>
        <translation>PROPERTIES: ingen af planens ejendomme er i laget {layer}. Dets id'er er f.eks. {theirs}, planens f.eks. {ours}. Angiv resultatet af »Kontrollér bebyggelsesprocent og etager« for planens område.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>PROPERTY names one property, and ALL asks for all of them. Give one of the two.</source>
        <translation>PROPERTY nævner én ejendom, og ALL beder om dem alle. Angiv én af de to.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Pages of maps</source>
        <translation>Sider med kort</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Pairs of neighbours</source>
        <translation>Nabopar</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../desktop/card_locator.py"/>
        <source>Parcel</source>
        <translation>Matrikel</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../desktop/thresholds_layers.py"/>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Parcels</source>
        <translation>Jordstykker</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>Parcels were built from {surfaces} and {parcels}: {count:parcel|parcels}, of which {several} have several surfaces.</source>
        <translation>Jordstykkerne er dannet af {surfaces} og {parcels}: {count:jordstykke|jordstykker}, hvoraf {several} har flere flader.</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Parts</source>
        <translation>Dele</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Parts of the valley</source>
        <translation>Dalens dele</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>Plan: the folder of a package, or its GeoPackage</source>
        <translation>Plan: mappen med en planpakke eller dens GeoPackage</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Plandata</source>
        <translation>Plandata</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Plandata's planid</source>
        <translation>Plandatas planid</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Plandata's zonekort: byzone and sommerhusområde. What lies outside is landzone.</source>
        <translation>Plandatas zonekort: byzone og sommerhusområde. Det, der ligger uden for, er landzone.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Planning zones (zonekort)</source>
        <translation>Zonekort (byzone, sommerhusområde)</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Plot ratio that may be reached where no plan or zone says otherwise, %</source>
        <translation>Bebyggelsesprocent, hvor ingen lokalplan eller kommuneplanramme siger andet, %</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Plots</source>
        <translation>Grunde</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Plots and plans</source>
        <translation>Grunde og planer</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Plots covered by a zone</source>
        <translation>Grunde i et åben-lav-område</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Plots whose status the second limit changes</source>
        <translation>Grunde, der skifter status ved den anden grænse</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Plots with their plot ratio</source>
        <translation>Grunde med bebyggelsesprocent</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points about no building that could be found</source>
        <translation>Punkter, der ikke er om en bygning, der kunne findes</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Points or polygons with BBR's areas and storeys, one row for each building. The result of 'Prepare buildings' or 'Designate buildings' has them.</source>
        <translation>Punkter eller flader med BBR's arealer og etager, én række for hver bygning. Resultatet af »Klargør bygninger« eller »Udpeg bevaringsværdige bygninger« har dem.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Points or polygons with a SAVE value, one row for each building: the result of 'Prepare buildings', or FBB as it is delivered. Every row comes out again with its designation.</source>
        <translation>Punkter eller flader med en SAVE-værdi, én række for hver bygning: resultatet af »Klargør bygninger« eller FBB, som det leveres. Hver række kommer ud igen med sin udpegning.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Points or polygons, one row for each building. The result of 'Prepare buildings' has every field that is asked for.</source>
        <translation>Punkter eller flader, én række for hver bygning. Resultatet af »Klargør bygninger« har alle de felter, der spørges om.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points that led to another change</source>
        <translation>Punkter, der førte til en anden ændring</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points that were met</source>
        <translation>Punkter, der er imødekommet</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points that were partly met</source>
        <translation>Punkter, der er delvist imødekommet</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points without a change</source>
        <translation>Punkter uden ændring</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Points without assessment or consequence</source>
        <translation>Punkter uden vurdering eller konsekvens</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Prepare buildings</source>
        <translation>Klargør bygninger</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Profile of the open project…</source>
        <translation>Profil for det åbne projekt …</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Profile of this QGIS…</source>
        <translation>Profil for denne QGIS …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>Profile: {name}, version {version}, checksum {checksum} ({origin}).</source>
        <translation>Profil: {name}, version {version}, kontrolsum {checksum} ({origin}).</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Profiles that come with the plugin</source>
        <translation>Profiler, der følger med programmet</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Properties in at least one theme</source>
        <translation>Ejendomme i mindst ét tema</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Properties in the hearing</source>
        <translation>Ejendomme, som høringen omfatter</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Properties nearby to decide on</source>
        <translation>Ejendomme i nærheden, der skal tages stilling til</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Properties now (plot ratio checked)</source>
        <translation>Ejendomme nu (bebyggelsesprocent efterregnet)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Properties of which all owners get a letter</source>
        <translation>Ejendomme, hvor alle ejere får brev</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Properties of which no owner gets a letter</source>
        <translation>Ejendomme, hvor ingen ejer får brev</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Properties of which some owners get a letter</source>
        <translation>Ejendomme, hvor nogle af ejerne får brev</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Properties that lie so near one of the plan's are listed, for you to decide on. 0 lists none.</source>
        <translation>Ejendomme, der ligger så nær en af planens, kommer på en liste, som I tager stilling til. 0 giver ingen liste.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Properties with their themes</source>
        <translation>Ejendomme med deres temaer</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Property id</source>
        <translation>Ejendoms-id</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Property sheet</source>
        <translation>Ejendomsark</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Property sheets</source>
        <translation>Ejendomsark</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>Property sheet…</source>
        <translation>Ejendomsark …</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Property: BFE number, parcel and district, address, or x,y [EPSG:25832]</source>
        <translation>Ejendom: BFE-nummer, matrikelnummer med ejerlav, adresse eller x,y [EPSG:25832]</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>Proposal in hearing</source>
        <translation>Forslag i høring</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Propose uniform ensembles</source>
        <translation>Foreslå ensartede områder som kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Proposed cultural environments</source>
        <translation>Forslag til kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Proposed ensembles</source>
        <translation>Forslag til kulturmiljøer</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Proposes cultural environments: groups of buildings that are alike, neighbour by neighbour.</source>
        <translation>Foreslår kulturmiljøer: grupper af bygninger, der ligner hinanden nabo for nabo.</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>Proposes cultural environments: groups of main buildings that are alike, neighbour by neighbour, such as a terrace, a scheme or a quarter built as one.

Who is a neighbour and from when two are alike is what the designation of buildings uses, with the same parameters. A group is what hangs together through such pairs, cut where the likeness is weakest until every building is like most of the others. Its outline follows the properties' parcels, or without parcels the buildings. Each proposal carries its figures and a reason in Danish, and is ranked by the evidence for it: designated buildings, SAVE values, age, and likeness inside against outside. A proposal inside a decided environment carries the decision.

Uniform is not the same as worthy: these are proposals for people who know the place, and the field 'status' says so. Give a designated layer (of the tool that designates buildings) to have its designations counted.</source>
        <translation>Foreslår kulturmiljøer: grupper af hovedbygninger, der ligner hinanden nabo for nabo, f.eks. en rækkehusbebyggelse eller et kvarter, der er bygget på én gang.

Hvem der er nabo, og hvornår to ligner hinanden, er det samme som i udpegningen af bygninger og har de samme indstillinger. En gruppe er det, der hænger sammen gennem sådanne par, delt, hvor ligheden er svagest, til hver bygning ligner de fleste af de andre. Omridset følger ejendommenes jordstykker, og uden jordstykker bygningerne. Hvert forslag har sine tal og en begrundelse, og rækkefølgen er efter, hvor meget der taler for det: udpegede bygninger, SAVE-værdier, alder, og lighed inden for mod uden for. Et forslag i et besluttet kulturmiljø bærer beslutningen.

Ensartet er ikke det samme som bevaringsværdigt: det er forslag til folk, der kender stedet, og det står i feltet »status«. Angiv et lag med udpegninger (fra værktøjet, der udpeger bygninger) for at få dem talt med.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>Published in Plandata on (from then on it is in force)</source>
        <translation>Offentliggjort i Plandata den (planen gælder fra da af)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Published on</source>
        <translation>Offentliggjort den</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Put the sliders away</source>
        <translation>Luk skyderne</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Puts results together as a package: GeoPackage, project, maps, annexes, provisions, statement, summary and website.</source>
        <translation>Samler resultater i en pakke: GeoPackage, projekt, kort, bilag, bestemmelser, redegørelse, sammenfatning og hjemmeside.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Puts the designated buildings, and whatever else the other tools have made, together into one folder: a GeoPackage with all layers and their styles, a QGIS project that opens from any folder, the maps as one PDF (A3 maps of the whole, and an A4 sheet for each cultural environment, quarter or square of a grid), the annexes of buildings and properties for Excel, the plan's provisions and its explanatory statement with the environmental screening for Word, a summary of two pages for the council, and a website.

Only the classified buildings are required. Each building of the plan has a number, by which provisions, annexes, maps and website name it. All of them say how far the plan is (STATE and its dates). The provisions are a draft: they mark in brackets what the municipality has to decide. The statement tells the rule in prose, counts what the plan touches, and never takes what nobody knows for a no. A template of the municipality's own gives the Word files their look.

The package appears whole or not at all; an earlier one in the folder is replaced, and other files in it, or files of the package that somebody has worked on, are kept. A table in the GeoPackage says what the package was made from.</source>
        <translation>Samler de udpegede bygninger, og hvad de øvrige værktøjer har lavet, i én mappe: en GeoPackage med alle lag og deres stile, et QGIS-projekt, der kan åbnes fra enhver mappe, kortene som én PDF (A3-kort over helheden og et A4-blad for hvert kulturmiljø, kvarter eller felt i et net), bilagene over bygninger og ejendomme til Excel, lokalplanens bestemmelser og dens redegørelse med miljøscreening til Word, en sammenfatning på to sider til kommunalbestyrelsen og en hjemmeside.

Kun bygningerne med deres udpegning er påkrævet. Hver bygning i planen har et nummer, som bestemmelser, bilag, kort og hjemmeside nævner den ved. De siger alle, hvor langt planen er (STATE og dens datoer). Bestemmelserne er et udkast: det, kommunen skal tage stilling til, står i kantede parenteser. Redegørelsen fortæller reglen i prosa, tæller, hvad planen berører, og svarer aldrig nej, hvor ingen ved det. Kommunens egen skabelon giver Word-filerne deres udseende.

Pakken bliver skrevet hel eller slet ikke; en tidligere pakke i mappen erstattes, mens andre filer i den, og filer fra pakken, som nogen har arbejdet i, bliver gemt. En tabel i GeoPackagen siger, hvad pakken er lavet af.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>QGIS opens a table of text by its ending. Call {file} .csv, or .tsv where tabs part the cells.</source>
        <translation>QGIS åbner en teksttabel efter dens endelse. Kald {file} .csv, eller .tsv, hvis tabulatorer skiller cellerne.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>QGIS project</source>
        <translation>QGIS-projekt</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>QGIS reads a % and two digits or letters in a path, such as %20, as another sign, and does not find the file. Give the file or folder another name.</source>
        <translation>QGIS læser et % og to cifre eller bogstaver i en sti, som %20, som et andet tegn og finder ikke filen. Giv filen eller mappen et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>ROLES: '{role}' ({name}) is no role. The roles are: {roles}; or none.</source>
        <translation>ROLES: '{role}' ({name}) er ikke en rolle. Rollerne er: {roles}; eller ingen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>ROLES: there is no file or layer {name}. There are: {layers}.</source>
        <translation>ROLES: der er hverken en fil eller et lag {name}. Der er: {layers}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>ROLES: {first} and {second} are both given the role {role}. Choose one of them.</source>
        <translation>ROLES: både {first} og {second} har fået rollen {role}. Vælg en af dem.</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>ROLES: {name} means several layers: {layers}. Write the file and the layer, as file|layer.</source>
        <translation>ROLES: {name} kan være flere lag: {layers}. Skriv filen og laget, som fil|lag.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>RULES: {file} cannot be read ({error}).</source>
        <translation>RULES: {file} kan ikke læses ({error}).</translation>
    </message>
    <message>
        <location filename="../core/validation/rule_table.py"/>
        <source>RULES: {file} is no rule table ({error}). Expected JSON such as {{"rules": {{"bygning_uden_jordstykke": {{"on": false}}}}}}.</source>
        <translation>RULES: {file} er ikke en regeltabel ({error}). Der forventes JSON som {{"rules": {{"bygning_uden_jordstykke": {{"on": false}}}}}}.</translation>
    </message>
    <message>
        <location filename="../core/validation/rule_table.py"/>
        <source>RULES: {file} names the rule '{rule}', which there is not. The rules are: {rules}.</source>
        <translation>RULES: {file} nævner reglen »{rule}«, som ikke findes. Reglerne er: {rules}.</translation>
    </message>
    <message>
        <location filename="../core/validation/rule_table.py"/>
        <source>RULES: {file}, rule {rule}: {what} is '{value}'; expected {expected}.</source>
        <translation>RULES: {file}, reglen {rule}: {what} er »{value}«; der forventes {expected}.</translation>
    </message>
    <message>
        <location filename="../core/validation/rule_table.py"/>
        <source>RULES: {file}: {what} is '{value}'; expected a number of 0 or more.</source>
        <translation>RULES: {file}: {what} er »{value}«; der forventes et tal på 0 eller derover.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Read me: how the rows are taken in</source>
        <translation>Læs mig: hvordan rækkerne føres ind</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Rebuilt</source>
        <translation>Ombygget</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Receivers who cannot be reached</source>
        <translation>Modtagere, der ikke kan nås</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Recommendation</source>
        <translation>Anbefaling</translation>
    </message>
    <message>
        <location filename="../desktop/theme_choice.py"/>
        <source>Remove the row</source>
        <translation>Fjern rækken</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../desktop/panel_steps.py"/>
        <location filename="../processing/inputs/parameters.py"/>
        <location filename="../processing/tools/compare_designations.py"/>
        <location filename="../processing/tools/follow_designations.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Results go to</source>
        <translation>Resultater i</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Roads, which are no plots</source>
        <translation>Vejarealer, som ikke er grunde</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Role, or 'ingen' for none</source>
        <translation>Rolle, eller »ingen«</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Roles that are chosen</source>
        <translation>Roller, der er valgt</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Roofing (BBR code)</source>
        <translation>Tagdækning (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Rows</source>
        <translation>Rækker</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows for GeoFA</source>
        <translation>Rækker til GeoFA</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Rows of BBR left out since they do not stand</source>
        <translation>Rækker fra BBR udeladt, fordi bygningen ikke står der</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Rows of all inputs that were not joined</source>
        <translation>Rækker fra alle input, der ikke er koblet</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows of the list of gaps</source>
        <translation>Rækker på listen over mangler</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Rows of the table that match no property</source>
        <translation>Rækker i tabellen, der ikke passer til nogen ejendom</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows of theme 6204 (cultural environments)</source>
        <translation>Rækker i tema 6204 (kulturmiljøer)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows of theme 6205</source>
        <translation>Rækker i tema 6205</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <source>Rows of {role}</source>
        <translation>Rækker i {role}</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Rows read</source>
        <translation>Rækker læst</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Rows that are in no building</source>
        <translation>Rækker, der ikke er i nogen bygning</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Rows that are in no building, by their reason</source>
        <translation>Rækker, der ikke er i nogen bygning, efter årsag</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows that could not be written</source>
        <translation>Rækker, som ikke kunne skrives</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Rows that no plan designates any more</source>
        <translation>Rækker, som ingen plan udpeger mere</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Rows that repeat another</source>
        <translation>Rækker, der gentager en anden</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Rows with a place outside it are left out; tables without places go whole.</source>
        <translation>Rækker med et sted uden for det udelades; tabeller uden sted tages med i deres helhed.</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Rows written</source>
        <translation>Skrevne rækker</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Rule tables (*.json)</source>
        <translation>Regeltabeller (*.json)</translation>
    </message>
    <message>
        <location filename="../core/validation/rule_table.py"/>
        <source>Rule {rule}: the limit {limit} must be a number.</source>
        <translation>Reglen {rule}: grænsen {limit} skal være et tal.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Rules of calculation</source>
        <translation>Beregningsregler</translation>
    </message>
    <message>
        <location filename="../desktop/step_view.py"/>
        <source>Run the step once first: that puts the buildings together.</source>
        <translation>Kør trinnet én gang først: det samler bygningerne.</translation>
    </message>
    <message>
        <location filename="../core/common/selfcheck.py"/>
        <source>Run: sudo apt install {packages}. A copy that was installed with pip comes first and may be built for another GEOS, GDAL or PROJ than this QGIS's: remove it with python3 -m pip uninstall {libraries_as_words}.</source>
        <translation>Kør: sudo apt install {packages}. En udgave, der er installeret med pip, går forud og kan være bygget til en anden GEOS, GDAL eller PROJ end denne QGIS': fjern den med python3 -m pip uninstall {libraries_as_words}.</translation>
    </message>
    <message>
        <location filename="../desktop/busy.py"/>
        <location filename="../desktop/step_view.py"/>
        <source>Running …</source>
        <translation>Kører …</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE joined by BBR id</source>
        <translation>SAVE koblet på BBR-id</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE joined by BBR number</source>
        <translation>SAVE koblet på bbrnummer</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE joined by distance</source>
        <translation>SAVE koblet efter afstand</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE rows without a building</source>
        <translation>SAVE-rækker uden bygning</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>SAVE value</source>
        <translation>SAVE-værdi</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>SAVE values (FBB)</source>
        <translation>SAVE-værdier (FBB)</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE values (FBB, or GeoFA's theme 6205)</source>
        <translation>SAVE-værdier (FBB, eller GeoFA's tema 6205)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>SAVE values (GeoFA)</source>
        <translation>SAVE-værdier (GeoFA)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>SAVE values as points or polygons: FBB, GeoFA's theme 6205, or a table of the municipality's own with places.</source>
        <translation>SAVE-værdier som punkter eller flader: FBB, GeoFA's tema 6205 eller kommunens egen tabel med steder.</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>SAVE values that differ from the one of the other source that is used</source>
        <translation>SAVE-værdier, der afviger fra den brugte fra den anden kilde</translation>
    </message>
    <message>
        <location filename="../processing/fetch/choice.py"/>
        <source>SERVICES = {value} cannot be used. Expected is one or more of: {services}.</source>
        <translation>SERVICES = {value} kan ikke bruges. Der forventes en eller flere af: {services}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>SERVICES: {services} want a key. Choose an authentication configuration in AUTH, or set the environment variable {variable}.</source>
        <translation>SERVICES: der skal en nøgle til {services}. Vælg en autentifikationskonfiguration i AUTH, eller sæt miljøvariablen {variable}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>SOURCE_6205 is not given: every row is new and has no objekt_id, and rows that GeoFA has already would stand there twice. Fetch theme 6205 out of GeoFA, and give it.</source>
        <translation>SOURCE_6205 er ikke angivet: hver række er ny og uden objekt_id, og de rækker, GeoFA allerede har, ville stå der to gange. Hent tema 6205 ud af GeoFA, og angiv det.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>STATE = {asked}, but the package was made with STATE = {own}: its area is that of the package. Make the package anew if the plan has changed since.</source>
        <translation>STATE = {asked}, men pakken er lavet med STATE = {own}: området er pakkens. Lav pakken igen, hvis planen er ændret siden.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>STATE is {told}, and the package {file} says {state}. Leave STATE empty, or give the package of the plan that is meant.</source>
        <translation>STATE er {told}, og pakken {file} siger {state}. Lad STATE være tom, eller angiv pakken for den plan, der menes.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>SUB_AREAS: sub-areas belong to lokalplaner, and these are not given. Give them as PLANS.</source>
        <translation>SUB_AREAS: delområder hører til lokalplaner, og dem er der ingen af. Angiv dem som PLANS.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Sample data</source>
        <translation>Eksempeldata</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Says building by building what changed between two designations, and why.</source>
        <translation>Siger bygning for bygning, hvad der er ændret mellem to udpegninger, og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Says building by building what changed between two designations: newly designated, no longer designated, the same, or the same on another ground; and which fact or rule is behind it.

Give two results of the tool that designates buildings: of two runs with other thresholds, or of the proposal that went to the hearing and the one that was adopted. Buildings are recognised by their id in any case, and a row without one by its place. A building that is in one of the layers only comes out too, and the reason says so.

The report is for those who took part in the hearing: how many went from what to what, and a list of the buildings with address, before, after, and why.</source>
        <translation>Siger bygning for bygning, hvad der er ændret mellem to udpegninger: kommet til, gået ud, som før, eller som før på et andet grundlag; og hvilken oplysning eller regel det skyldes.

Angiv to resultater fra værktøjet, der udpeger bygninger: to kørsler med forskellige tærskler, eller forslaget, der var i høring, og det, der blev vedtaget. Bygninger genkendes på deres id, uanset store og små bogstaver, og en række uden id på sit sted. En bygning, der kun findes i det ene lag, kommer også med, og begrundelsen siger det.

Rapporten er til dem, der deltog i høringen: hvor mange der gik fra hvad til hvad, og en liste over bygningerne med adresse, før, nu og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Says for each building whether it is designated as worthy of preservation (bevaringsværdig), and why.

Buildings of SAVE value {high_values} are designated. Buildings of value {neighbour_value} are designated where they are of uniform character with the neighbouring properties: compared on use, year, storeys, outer wall, roofing and footprint. A decision of the council on a single building comes before both. A building that a plan in force designates today and no rule here does is left to a person, and so is a garage or shed of value {neighbour_value}. Every row comes out once, with a reason in Danish that its owner can follow; a building nobody assessed is not one of low value.

Fields are found by the names they have in FBB, BBR and GeoDanmark, also cut by a shapefile. With parcels the neighbours are those on adjoining properties; without, the buildings within a distance. Give all BBR buildings as further buildings, since FBB holds only those that were assessed.

The report shows what each threshold costs, and what the other rules for value {neighbour_value} would do on the same data.</source>
        <translation>Siger for hver bygning, om den udpeges som bevaringsværdig, og hvorfor.

Bygninger med SAVE-værdi {high_values} udpeges. Bygninger med værdi {neighbour_value} udpeges, når de har ensartet karakter med naboejendomme: de sammenlignes på anvendelse, opførelsesår, etager, ydervæg, tagdækning og bebygget areal. En beslutning i kommunalbestyrelsen om en enkelt bygning går forud for begge dele. En bygning, som en gældende plan udpeger i dag, uden at en regel her gør det, overlades til en fagperson, og det samme gælder en garage eller et udhus med værdi {neighbour_value}. Hver række kommer ud én gang, med en begrundelse på dansk, som ejeren kan følge; en bygning, ingen har vurderet, er ikke en bygning med lav værdi.

Felterne findes på de navne, de har i FBB, BBR og GeoDanmark, også afkortet i en shapefil. Med jordstykker er naboerne dem på de tilstødende ejendomme; uden er det bygningerne inden for en afstand. Angiv alle BBR-bygninger som øvrige bygninger, for FBB indeholder kun dem, der er vurderet.

Rapporten viser, hvad hver tærskel betyder, og hvad de andre regler for værdi {neighbour_value} ville give på de samme data.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Says for each building whether it is designated as worthy of preservation, and why.</source>
        <translation>Siger for hver bygning, om den udpeges som bevaringsværdig, og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Says what is wrong with the data, where it is, and what can be done.</source>
        <translation>Siger, hvad der er galt med data, hvor det er, og hvad der kan gøres.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Says what several municipalities' rules would designate of the same buildings, in one go: how many buildings and properties each of them takes, what they share, and which buildings swing, because some rules designate them and others do not.

Tick the profiles that come with the plugin, and give the folder of your own. The profile that the run goes by (PROFILE, or that of the project) is the first scenario, where there is one. A scenario can also be a profile with another threshold: fill a row of VARIANTS.

Each scenario designates exactly what 'Designate buildings' does with that profile, and is read from the same layers: give the same as there. What it would cost is seen before anything is decided.

The report is for a council: the rules in words with their sources, the figures, a map of the buildings that swing, and lists of who would designate which.</source>
        <translation>Siger, hvad flere kommuners regler ville udpege af de samme bygninger, i én kørsel: hvor mange bygninger og ejendomme hver regel tager, hvad reglerne har til fælles, og hvilke bygninger der svinger, fordi nogle regler udpeger dem og andre ikke.

Sæt kryds ved de profiler, der følger med programmet, og angiv mappen med egne. Den profil, som kørslen følger (PROFILE eller projektets), er det første scenarie, hvis der er en. Et scenarie kan også være en profil med en anden grænse: Udfyld en række i VARIANTS.

Hvert scenarie udpeger præcis det, som »Udpeg bevaringsværdige bygninger« gør med den profil, og læses af de samme lag: Angiv de samme som dér. Så ses det, hvad et valg betyder, før noget er besluttet.

Rapporten er til kommunalbestyrelsen: reglerne i ord med deres kilder, tallene, et kort over de bygninger, der svinger, og lister over, hvem der ville udpege hvad.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Says what several municipalities' rules would designate of the same buildings.</source>
        <translation>Siger, hvad flere kommuners regler ville udpege af de samme bygninger.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Says whether the data are fit for the other tools: one finding per fault, with what is wrong, what to do, and where it is.

Give the layers that you mean to use, as many as you have; those given together are also held against each other. 'fejl' must be corrected before the data are used, 'advarsel' should be looked at, 'oplysning' is good to know. What holds for a whole layer, such as degrees or years that are not known, is told once for the layer.

Each finding is a point on the object, so that it can be zoomed to; one for a whole layer lies in the middle of it, and one on a table row without a building has no place.

A municipality turns a rule off, or changes its level or limits, in a file of its own given as RULES.</source>
        <translation>Kontrollerer, om data kan bruges til de andre værktøjer: ét fund for hver fejl, med hvad der er galt, hvad der kan gøres, og hvor det er.

Angiv de lag, der skal bruges, så mange der er; dem, der angives sammen, holdes også op mod hinanden. »fejl« skal rettes, før data bruges, »advarsel« bør kontrolleres, og »oplysning« er god at kende. Det, der gælder for et helt lag, f.eks. at det er i grader, eller at opførelsesår er ukendte, siges én gang for laget.

Hvert fund er et punkt på objektet, så der kan zoomes til det; et fund om et helt lag ligger midt i det, og et fund om en tabelrække uden bygning har intet sted.

En kommune slår en regel fra, eller ændrer dens alvor eller grænser, i en fil for sig, der angives som »Kommunens egne regler«.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Scenarios</source>
        <translation>Scenarier</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>See what has happened</source>
        <translation>Se, hvad der er sket</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>Seed</source>
        <translation>Startværdi</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>Self-check</source>
        <translation>Selvtest</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Senders</source>
        <translation>Afsendere</translation>
    </message>
    <message>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>Services</source>
        <translation>Tjenester</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>Several layers may be {role}, and none is used: {layers}. Call the one that is meant {role}.</source>
        <translation>Flere lag kan være {role}, og ingen af dem er brugt: {layers}. Kald det, der er ment, {role}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/membership.py"/>
        <source>Share of a building that must lie in a theme, %</source>
        <translation>Del af en bygning, der skal ligge i et tema, %</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Share of a plot inside an area from which it belongs to it, %</source>
        <translation>Andel af en grund i et område, fra hvilken den hører til det, %</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Share of alike neighbours that makes a building uniform (0-1)</source>
        <translation>Andel ens naboer, fra hvilken en bygning er ensartet (0-1)</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Share of neighbours that are alike</source>
        <translation>Andel af naboerne, der skal ligne</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Share of the attributes known on both that are alike, from which the two buildings count as alike.</source>
        <translation>Den del af de kendte forhold, der skal stemme overens, før to bygninger regnes for ens.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Share of the compared neighbours that must be alike before a building counts as uniform with them.</source>
        <translation>Den del af de sammenlignede naboer, der skal være ens med bygningen, før den regnes for ensartet.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Sheet (PDF)</source>
        <translation>Ark (PDF)</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Sheet (web page)</source>
        <translation>Ark (webside)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Sheet of the delivery</source>
        <translation>Afleveringens ark</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Sheets</source>
        <translation>Ark</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Sheets of the same properties are replaced, and the list of them goes on; other files in the folder stay.</source>
        <translation>Ark af de samme ejendomme erstattes, og oversigten over dem føres videre; andre filer i mappen bliver.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Sheets that leave something out on paper</source>
        <translation>Ark, der udelader noget på papir</translation>
    </message>
    <message>
        <location filename="../desktop/foldable.py"/>
        <location filename="../desktop/warnings_view.py"/>
        <source>Show all of it</source>
        <translation>Vis det hele</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Side valleys</source>
        <translation>Sidedale</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Similarity from which a pair is alike (0-1)</source>
        <translation>Lighed, fra hvilken to bygninger er ens (0-1)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Smaller groups are not proposed.</source>
        <translation>Mindre grupper foreslås ikke.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Smaller pieces go to the part of the valley beside them, or are left out where there is none.</source>
        <translation>Mindre stykker lægges til den del af dalen, der ligger ved siden af, eller udelades, hvor der ingen er.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Smallest part of the valley, ha</source>
        <translation>Dalens mindste del, ha</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Smallest part, ha</source>
        <translation>Mindste del, ha</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>So many invented properties. 1500 take some seconds.</source>
        <translation>Så mange opdigtede ejendomme. 1500 tager nogle sekunder.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>So many years may lie between two buildings of like year.</source>
        <translation>Så mange år må der højst være mellem to bygninger fra samme tid.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>So much smaller than the other may the smaller footprint be.</source>
        <translation>Så meget mindre end det største må det mindste bebyggede areal være.</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Source line of maps and website (empty: the registers)</source>
        <translation>Kildelinje på kort og hjemmeside (tom: registrene)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Stands on the page to each who took part; left empty, there is a blank.</source>
        <translation>Står på siden til hver, der har svaret; står den tom, er der en plads i kantet parentes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_state.py"/>
        <source>State of the plan</source>
        <translation>Planens tilstand</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>State of the plan (empty: as its package says)</source>
        <translation>Planens tilstand (tom: som pakken siger)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>State of the plan (empty: as the package says)</source>
        <translation>Planens tilstand (tom: som pakken siger)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Status in Plandata</source>
        <translation>Status i Plandata</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>Status {code}. The files are a draft for upload: hold them against Plandata's template. Nothing was sent.</source>
        <translation>Status {code}. Filerne er udkast til upload: hold dem op mod Plandatas skabelon. Intet er sendt.</translation>
    </message>
    <message>
        <location filename="../processing/job/run.py"/>
        <source>Step {number} of {count} ({step}) failed: {why} Nothing was written, and an earlier package in the folder is untouched.</source>
        <translation>Trin {number} af {count} ({step}) mislykkedes: {why} Intet blev skrevet, og en tidligere pakke i mappen er urørt.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Steps left out</source>
        <translation>Trin, der er udeladt</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>Steps taken</source>
        <translation>Trin, der er udført</translation>
    </message>
    <message>
        <location filename="../desktop/busy.py"/>
        <location filename="../desktop/step_view.py"/>
        <source>Stopping …</source>
        <translation>Afbryder …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Storeys</source>
        <translation>Etager</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Storeys (BBR)</source>
        <translation>Etager (BBR)</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Storeys in the areas of two storeys</source>
        <translation>Etager i områderne til to etager</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Storeys that may be reached where no plan or zone says otherwise</source>
        <translation>Etager, hvor ingen lokalplan eller kommuneplanramme siger andet</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Story</source>
        <translation>Fortælling</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Sub-areas of the lokalplaner (delområder)</source>
        <translation>Lokalplanernes delområder</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Such as the committee, the meeting and the case number</source>
        <translation>F.eks. udvalget, mødet og sagsnummeret</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Summary for the council (PDF)</source>
        <translation>Sammenfatning til kommunalbestyrelsen (PDF)</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Swinging: designated by some scenarios only</source>
        <translation>Svinger: kun udpeget i nogle scenarier</translation>
    </message>
    <message>
        <location filename="../core/landscape/layers.py"/>
        <source>THEMES gives {layer} the theme '{theme}', which the catalogue does not have. Its codes are: {codes}.</source>
        <translation>THEMES giver {layer} temaet '{theme}', som kataloget ikke har. Dets koder er: {codes}.</translation>
    </message>
    <message>
        <location filename="../core/landscape/layers.py"/>
        <source>THEMES names the layer '{layer}', which is not among LAYERS: {layers}.</source>
        <translation>THEMES nævner laget '{layer}', som ikke er blandt LAYERS: {layers}.</translation>
    </message>
    <message>
        <location filename="../core/landscape/layers.py"/>
        <source>THEMES, row {number}: '{given}' stands alone. Give both a layer and a theme, or clear the row.</source>
        <translation>THEMES, række {number}: »{given}« står alene. Angiv både et lag og et tema, eller ryd rækken.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>Table (Excel)</source>
        <translation>Tabel (Excel)</translation>
    </message>
    <message>
        <location filename="../desktop/asks_view.py"/>
        <source>Tables and layers</source>
        <translation>Tabeller og lag</translation>
    </message>
    <message>
        <location filename="../desktop/asks_view.py"/>
        <source>Take it away</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>Tenants and users who get a letter</source>
        <translation>Lejere og brugere, der får brev</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Terraced and semi-detached houses only</source>
        <translation>Kun række- og dobbelthuse</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Terraces and schemes of one owner stand on one property. With this, buildings on it are compared with each other too.</source>
        <translation>Række- og etagehuse med én ejer står på samme ejendom. Hermed sammenlignes også bygningerne på den med hinanden.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/create_sample_data.py"/>
        <location filename="../processing/tools/delineate_valley.py"/>
        <location filename="../processing/tools/heritage_plan.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Terrain model</source>
        <translation>Terrænmodel</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Terrain model: {layer}, cells of {cell} m.</source>
        <translation>Terrænmodel: {layer}, celler på {cell} m.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>That list, in whose column 'hoeres' you have written which of them are heard.</source>
        <translation>Den liste, hvor I i kolonnen »hoeres« har skrevet, hvem af dem der høres.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The GeoPackage of the package could not be written: {error}. Is the disk full?</source>
        <translation>Pakkens GeoPackage kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>The PDF files have no language and no subject: this QGIS writes PDF in an unknown way.</source>
        <translation>PDF-filerne har hverken sprog eller emne: denne QGIS skriver PDF på en måde, der ikke kendes.</translation>
    </message>
    <message>
        <location filename="../core/documents/template.py"/>
        <source>The Word template {file} asks for {names} in double braces, which nothing fills in. It can ask for: {known}.</source>
        <translation>Word-skabelonen {file} beder om {names} i dobbelte tuborgklammer, som intet udfylder. Den kan bede om: {known}.</translation>
    </message>
    <message>
        <location filename="../core/documents/template.py"/>
        <source>The Word template {file} has no bookmark '{bookmark}' in a paragraph of its text, so nothing says where the text goes. Put the cursor in an empty paragraph, outside tables and text boxes, and choose Insert &gt; Bookmark in Word.</source>
        <translation>Word-skabelonen {file} har intet bogmærke »{bookmark}« i et afsnit af sin tekst, så intet siger, hvor teksten skal stå. Sæt markøren i et tomt afsnit, uden for tabeller og tekstfelter, og vælg Indsæt &gt; Bogmærke i Word.</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} holds macros, which a plan that is published must not. Save it in Word as a Word document without macros (.docx).</source>
        <translation>Word-skabelonen {file} indeholder makroer, og det må en plan, der offentliggøres, ikke. Gem den i Word som et Word-dokument uden makroer (.docx).</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is a file of another kind than Word's. Open it in Word or LibreOffice, and save it as a Word document (.docx).</source>
        <translation>Word-skabelonen {file} er en anden slags fil end Words. Åbn den i Word eller LibreOffice, og gem den som et Word-dokument (.docx).</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is an old Word file (.doc) or has a password. Open it in Word, remove the password, and save it as a Word document (.docx).</source>
        <translation>Word-skabelonen {file} er en gammel Word-fil (.doc) eller har en adgangskode. Åbn den i Word, fjern adgangskoden, og gem den som et Word-dokument (.docx).</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is damaged: its part {part} cannot be read ({why}). Open it in Word, and save it again.</source>
        <translation>Word-skabelonen {file} er beskadiget: dens del {part} kan ikke læses ({why}). Åbn den i Word, og gem den igen.</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is larger than a template can be when it is unpacked. Compress its pictures in Word, and save it again.</source>
        <translation>Word-skabelonen {file} er udpakket større, end en skabelon kan være. Komprimér dens billeder i Word, og gem den igen.</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is no Word document (.docx), or it is damaged. Open it in Word, and save it as a Word document.</source>
        <translation>Word-skabelonen {file} er ikke et Word-dokument (.docx), eller den er beskadiget. Åbn den i Word, og gem den som et Word-dokument.</translation>
    </message>
    <message>
        <location filename="../core/documents/package_parts.py"/>
        <source>The Word template {file} is saved as Strict Open XML, which names things otherwise. Save it in Word as an ordinary Word document (.docx).</source>
        <translation>Word-skabelonen {file} er gemt som Strict Open XML, hvor tingene hedder noget andet. Gem den i Word som et almindeligt Word-dokument (.docx).</translation>
    </message>
    <message>
        <location filename="../core/documents/template.py"/>
        <source>The Word template {file} lacks {count:=the style|the styles} {styles}. Word leaves out styles that are not in use: give a paragraph the style, save, and delete the paragraph again.</source>
        <translation>Word-skabelonen {file} mangler {count:=typografien|typografierne} {styles}. Word udelader typografier, der ikke er i brug: Giv et afsnit typografien, gem, og slet afsnittet igen.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The address of the background map has a login or a key, so it is not in the project of the package: that goes wherever the package goes.</source>
        <translation>Baggrundskortets adresse indeholder et login eller en nøgle, så kortet er ikke lagt i pakkens projekt: det følger med, hvor pakken kommer hen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The adopted lokalplaner as Plandata delivers them now.</source>
        <translation>De vedtagne lokalplaner, som Plandata leverer dem nu.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The adopted plan designates {BOUND_COUNT:building|buildings}.</source>
        <translation>Den vedtagne plan udpeger {BOUND_COUNT:bygning|bygninger}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The annexes and the provisions are written.</source>
        <translation>Bilag og bestemmelser skrives.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>The answers of the hearing as they came: a row for each answer, or for each point of one.</source>
        <translation>Høringens svar, som de kom: en række for hvert svar eller hvert punkt i et svar.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The area whose buildings were looked at, such as the municipality. It is not the plan's own area, which is the ground of what the plan designates. Without it the maps show all that is given.</source>
        <translation>Det område, hvis bygninger er undersøgt, f.eks. kommunen. Det er ikke planens eget område, som er ejendommene med det, planen udpeger. Uden laget viser kortene alt, hvad der er angivet.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>The areas are checked.</source>
        <translation>Områderne kontrolleres.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The areas of detached housing (åben-lav): the kommuneplan's rammer from Plandata, of which only åben-lav is used, or a layer of your own, of which every area is.</source>
        <translation>Åben-lav-områderne: kommuneplanens rammer fra Plandata, hvoraf kun åben-lav bruges, eller et eget lag, hvor alle områder bruges.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The areas whose limit is for the area as a whole.</source>
        <translation>De områder, hvor grænsen gælder for området som helhed.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background map (BASEMAP) is left out of the maps: it shows nothing of the place of one of them.</source>
        <translation>Baggrundskortet (BASEMAP) er ikke på kortene: det viser intet af stedet på et af dem.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background map (BASEMAP) is left out of the maps: it took more than {seconds} seconds to draw one of them.</source>
        <translation>Baggrundskortet (BASEMAP) er ikke på kortene: det tog mere end {seconds} sekunder at tegne et af dem.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background map (BASEMAP) is left out of the maps: the service does not answer, or its address is wrong.</source>
        <translation>Baggrundskortet (BASEMAP) er ikke på kortene: tjenesten svarer ikke, eller adressen er forkert.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background map (BASEMAP) is left out of the maps: the service, or the file, answered with an error.</source>
        <translation>Baggrundskortet (BASEMAP) er ikke på kortene: tjenesten eller filen svarede med en fejl.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background map is a file, and not in the project of the package: add it there by hand.</source>
        <translation>Baggrundskortet er en fil og ikke lagt i pakkens projekt: læg den selv ind dér.</translation>
    </message>
    <message>
        <location filename="../processing/export/background.py"/>
        <source>The background of the maps could not be written. Is the disk full?</source>
        <translation>Kortenes baggrund kunne ikke skrives. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The bitemporal download of BBR's buildings, which tells when something happened. Empty: no days are told.</source>
        <translation>Det bitemporale udtræk af BBR's bygninger, som siger, hvornår noget skete. Tom: ingen dage nævnes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The building regulations decide what counts as floor area and what is deducted. As a rule they follow from the date of the lokalplan.</source>
        <translation>Bygningsreglementet afgør, hvad der tæller som etageareal, og hvad der trækkes fra. Det følger som regel af lokalplanens dato.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>The building {id} is in another layer.</source>
        <translation>Bygningen {id} ligger i et andet lag.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The buildings as they were designated with the decisions of the hearing. Without it the white book cannot say what changed.</source>
        <translation>Bygningerne, som de er udpeget med høringens beslutninger. Uden dem kan hvidbogen ikke vise, hvad der er ændret.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The buildings of the proposal: of its package, or a result of the designation.</source>
        <translation>Forslagets bygninger: fra dets pakke eller et resultat af udpegningen.</translation>
    </message>
    <message>
        <location filename="../core/landscape/catalogue.py"/>
        <source>The catalogue {catalogue} cannot be used: {path} is {found}; expected is {expected}. It is built like data/themes/catalogue.json of the plugin.</source>
        <translation>Kataloget {catalogue} kan ikke bruges: {path} er {found}; der forventes {expected}. Det er bygget som pluginets data/themes/catalogue.json.</translation>
    </message>
    <message>
        <location filename="../core/landscape/catalogue.py"/>
        <source>The catalogue {catalogue} cannot be used: {why}. It is built like data/themes/catalogue.json of the plugin.</source>
        <translation>Kataloget {catalogue} kan ikke bruges: {why}. Det bygges som pluginets data/themes/catalogue.json.</translation>
    </message>
    <message>
        <location filename="../core/landscape/catalogue.py"/>
        <source>The catalogue {catalogue} gives the layer name '{name}' to two themes, {one} and {two}. Take it from one of them.</source>
        <translation>Kataloget {catalogue} giver lagnavnet '{name}' til to temaer, {one} og {two}. Tag det fra det ene.</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>The computer has too little memory for these layers. Close other programs, or run the tool on one part of the municipality at a time. Nothing was written.</source>
        <translation>Computeren har for lidt hukommelse til disse lag. Luk andre programmer, eller kør værktøjet på én del af kommunen ad gangen. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../processing/collect/layer_writer.py"/>
        <source>The coordinate reference system {crs} is not known. Save the layer in EPSG:25832 and give that.</source>
        <translation>Koordinatsystemet {crs} er ukendt. Gem laget i EPSG:25832, og brug det.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The council decides which of these buildings are worthy of preservation. The report shows what each of the other rules would give on the same data.</source>
        <translation>Kommunalbestyrelsen afgør, hvilke af disse bygninger der er bevaringsværdige. Rapporten viser, hvad hver af de andre regler ville give på samme data.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The cultural environments that were decided on. Left empty, those of the package in which BUILDINGS lies.</source>
        <translation>De kulturmiljøer, der er truffet beslutning om. Er feltet tomt, tages de i den pakke, BUILDINGS ligger i.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>The data are of {name} (municipality {code}), says {layer}: rows of another municipality are told. Another is chosen by its code (MUNICIPALITY).</source>
        <translation>Data er fra {name} (kommune {code}), siger laget {layer}: rækker fra andre kommuner nævnes. En anden kommune vælges ved sin kode (MUNICIPALITY).</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>The data do not say which municipality they are of, so rows of another are not looked for. Give its code (MUNICIPALITY).</source>
        <translation>Data siger ikke, hvilken kommune de er fra, så rækker fra andre kontrolleres ikke. Angiv dens kode (MUNICIPALITY).</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>The date '{value}' is no date; write it as 2026-01-17.</source>
        <translation>Datoen »{value}« er ingen dato; skriv den som 2026-01-17.</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>The date {value} is in the future. A decision is written when it is taken.</source>
        <translation>Datoen {value} ligger i fremtiden. En beslutning skrives, når den er truffet.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The day of publication in Plandata, from which the plan is in force. Empty: not yet.</source>
        <translation>Dagen for offentliggørelsen i Plandata, hvorfra planen gælder. Tom: ikke endnu.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The day on which the adoption was published in Plandata. The plan is in force from then on.</source>
        <translation>Den dag, vedtagelsen blev offentliggjort i Plandata. Planen gælder fra da af.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The day on which the council adopted the plan, by which an extract of GeoFA from before it is known. Left empty, it is that of the package.</source>
        <translation>Den dag, kommunalbestyrelsen vedtog planen; et udtræk af GeoFA fra før den kendes på den. Er feltet tomt, er det pakkens.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The day on which the council adopted the plan.</source>
        <translation>Dagen, da kommunalbestyrelsen vedtog planen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The day on which the council adopted the plan. Adopted is not in force: see the next.</source>
        <translation>Den dag, kommunalbestyrelsen vedtog planen. En vedtaget plan gælder ikke nødvendigvis endnu: se den næste.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>The decision is written. The next run of the plan takes it along.</source>
        <translation>Beslutningen er skrevet. Den næste kørsel af planen tager den med.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>The decisions that the last run read ({layer}) cannot be opened, and a new file {file} would hide them. Copy them into {file} as the table beslutninger, or run the plan again.</source>
        <translation>De beslutninger, som den seneste kørsel læste ({layer}), kan ikke åbnes, og en ny fil {file} ville skjule dem. Kopiér dem til {file} som tabellen beslutninger, eller kør planen igen.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>The delområde {number} is narrower than {limit} m at {x}, {y}. Look at it in the package.</source>
        <translation>Delområdet {number} er smallere end {limit} m ved {x}, {y}. Kontrollér det i pakken.</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>The disk is full ({error}). Make room where the outputs and QGIS's temporary files lie, and run the tool again. Nothing was written.</source>
        <translation>Disken er fuld ({error}). Gør plads dér, hvor resultaterne og QGIS' midlertidige filer ligger, og kør værktøjet igen. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>The district's code of {count:parcel|parcels} is its id in Matriklen, which is a number; one source alone says that the two are the same.</source>
        <translation>Ejerlavskoden for {count:jordstykke|jordstykker} er ejerlavets id i Matriklen, som er et tal; kun én kilde siger, at de to er det samme.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The earlier result of 'Designate buildings', such as last year's or the proposal that went to the hearing.</source>
        <translation>Det tidligere resultat af »Udpeg bevaringsværdige bygninger«, f.eks. sidste års eller forslaget, der var i høring.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/day.py"/>
        <source>The environment variable {variable} is '{value}', which is no date. Write it as 2028-05-01, or remove it.</source>
        <translation>Miljøvariablen {variable} er »{value}«, som ikke er en dato. Skriv den som 2028-05-01, eller fjern den.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>The field {field} of {layer} has letters that the files for Plandata cannot hold ({letters}): {value}. Make the package anew with another TITLE or PLAN_NUMBER, or correct the value in the profile ({file}).</source>
        <translation>Feltet {field} i {layer} har tegn, som filerne til Plandata ikke kan rumme ({letters}): {value}. Lav pakken igen med en anden TITLE eller PLAN_NUMBER, eller ret værdien i profilen ({file}).</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>The field {field} of {layer} holds {length:character|characters}, but its value has {count:,}: {value}. Make the package anew with a shorter TITLE or PLAN_NUMBER, or correct the value in the profile ({file}).</source>
        <translation>Feltet {field} i {layer} har plads til {length:tegn|tegn}, men værdien har {count:,}: {value}. Lav pakken igen med en kortere TITLE eller PLAN_NUMBER, eller ret værdien i profilen ({file}).</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>The fields (Excel)</source>
        <translation>Felterne (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>The file is there, but damaged, cut off or no file of layers ({said}). Fetch it again.</source>
        <translation>Filen er der, men er beskadiget, afbrudt eller ingen fil med lag ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>The file is there, but its name does not end as it must: {kinds}.</source>
        <translation>Filen findes, men dens navn ender ikke, som det skal: {kinds}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>The files are written.</source>
        <translation>Filerne skrives.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The first day of the hearing, from which the law's weeks are counted. Left empty, it is that of the package.</source>
        <translation>Høringens første dag, som lovens uger tælles fra. Står den tom, er det pakkens.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>The first day of the hearing, {first}, is no working day ({why}).</source>
        <translation>Høringens første dag, {first}, er ikke en hverdag ({why}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The first day of the hearing. Left empty, the texts say that it is not known.</source>
        <translation>Høringens første dag. Står den tom, siger teksterne, at den ikke er oplyst.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The folder of a profile (with profile.json), or a folder that holds the folders of several: each is a scenario. The profile that the run goes by need not be given: it takes part.</source>
        <translation>Mappen med en profil (med profile.json), eller en mappe med flere profilers mapper: Hver er et scenarie. Den profil, som kørslen følger, behøver ikke at blive angivet: Den er med.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>The folder of the hearing could not be written: {error}. Nothing in {folder} was changed.</source>
        <translation>Høringens mappe kunne ikke skrives: {error}. Intet i {folder} er ændret.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The folder of the plan that was adopted, of this year or an earlier one.</source>
        <translation>Mappen med den plan, der er vedtaget, i år eller tidligere.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The folder on the internet that the website will be put into, such as https://www.kommune.dk/kulturarv/. With it the annex of buildings has a link for each building, and each decided cultural environment a QR code, on its map sheet and in web/qr for signs. Without it no link and no QR code is printed.</source>
        <translation>Den mappe på nettet, som hjemmesiden lægges i, f.eks. https://www.kommune.dk/kulturarv/. Med den får bilaget over bygninger et link til hver bygning, og hvert besluttet kulturmiljø får en QR-kode på sit kortblad og i web/qr til skilte. Uden den trykkes intet link og ingen QR-kode.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The folder that 'Export the kulturhistorisk lokalplan' made, or its GeoPackage.</source>
        <translation>Mappen, som »Eksportér den kulturhistoriske lokalplan« har lavet, eller dens GeoPackage.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The folder that the downloads lie in, with folders and zips below it as they are, or a single file.</source>
        <translation>Den mappe, som de hentede data ligger i, med undermapper og zipfiler, som de er, eller en enkelt fil.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>The folder {folder} does not exist. Choose another.</source>
        <translation>Mappen {folder} findes ikke. Vælg en anden.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/working_layer.py"/>
        <source>The form of the working layer could not be stored: {why}.</source>
        <translation>Arbejdslagets formular kunne ikke gemmes: {why}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The ground up to this height above the watercourse is the floor of the valley.</source>
        <translation>Jorden op til denne højde over vandløbet er dalbund.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_area.py"/>
        <source>The grounds and environments of the package go outside the plan's area ({layer}) by {size:,.0f} m², for example at {x:.0f}, {y:.0f}: a layer of the package was changed by hand. Make the package anew.</source>
        <translation>Pakkens grunde og kulturmiljøer går ud over planens område ({layer}) med {size:,.0f} m², f.eks. ved {x:.0f}, {y:.0f}: et af pakkens lag er ændret i hånden. Lav pakken igen.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>The hearing from {first} to {last} is shorter than the law allows: {law} asks for at least {weeks:week|weeks} for a {kind}. Choose HEARING_TO = {least} or later{otherwise}.</source>
        <translation>Høringen fra {first} til {last} er kortere, end loven tillader: {law} kræver mindst {weeks:uge|uger} for {kind}. Vælg HEARING_TO = {least} eller senere{otherwise}.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>The hearing lasts {days:day|days}. {law} asks for at least {least} days for a lokalplan, unless it is of minor importance.</source>
        <translation>Høringen varer {days:dag|dage}. {law} kræver mindst {least} dage for en lokalplan, medmindre den er af mindre betydning.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection.py"/>
        <source>The input holds downloads of several municipalities: {codes}. Give the code of the one that is meant in MUNICIPALITY.</source>
        <translation>Der er udtræk fra flere kommuner: {codes}. Skriv koden på den, der er ment, i MUNICIPALITY.</translation>
    </message>
    <message>
        <location filename="../core/plan/steps.py"/>
        <source>The input holds neither the layer 'bygninger' nor the layer 'fbb' or 'bygningsvurdering' to make it from. Found: {found}. Not used: {unused}. Rename the layer of buildings to 'bygninger', or add FBB's points as 'fbb', or GeoFA's theme 6205 as 'bygningsvurdering'.</source>
        <translation>Inddata har hverken laget »bygninger« eller laget »fbb« eller »bygningsvurdering«, som det kan laves af. Fundet: {found}. Ikke brugt: {unused}. Omdøb bygningslaget til »bygninger«, eller tilføj FBB's punkter som »fbb« eller GeoFA's tema 6205 som »bygningsvurdering«.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>The last day for answers is {last}: {weeks:week|weeks} from the first day, the least that {law} allows.</source>
        <translation>Sidste dag for svar er {last}: {weeks:uge|uger} fra den første dag, det mindste {law} tillader.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>The last day for answers, {last}, is no working day ({why}). It is kept as it was given; a later day gives people the time that they expect.</source>
        <translation>Sidste dag for svar, {last}, er ikke en hverdag ({why}). Den er beholdt, som den er angivet; en senere dag giver folk den tid, de regner med.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>The last day for answers, {last}, is past, and the letters are dated {today}: nobody can answer in time. Give HEARING_FROM and HEARING_TO of the hearing to come before a letter is sent.</source>
        <translation>Den sidste dag for svar, {last}, er passeret, og brevene er dateret {today}: Ingen kan nå at svare. Angiv HEARING_FROM og HEARING_TO for den kommende høring, før et brev sendes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The last day for answers. Left empty, it is that of the package, else the first that the law allows, moved to a working day. A Saturday, Sunday or holiday that is given is kept, and the log says so.</source>
        <translation>Sidste dag for svar. Står den tom, er det pakkens, ellers den første, loven tillader, flyttet til en hverdag. En lørdag, søndag eller helligdag, der er angivet, beholdes, og loggen siger det.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The last day for answers. Left empty, the texts say that it is not known.</source>
        <translation>Den sidste dag for svar. Står den tom, siger teksterne, at den ikke er oplyst.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The later result of 'Designate buildings'.</source>
        <translation>Det nye resultat af »Udpeg bevaringsværdige bygninger«.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The layer bygninger of the package of the adopted plan, or another result of 'Designate buildings' with STATE = 2 and ADOPTED.</source>
        <translation>Laget bygninger i den vedtagne plans pakke, eller et andet resultat af »Udpeg bevaringsværdige bygninger« med STATE = 2 og ADOPTED.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_notes.py"/>
        <source>The layer of buildings has no field for: {fields}. That was not compared.</source>
        <translation>Laget med bygninger har intet felt med: {fields}. Det er ikke sammenlignet.</translation>
    </message>
    <message>
        <location filename="../desktop/card_tool.py"/>
        <source>The layer of designated buildings is not shown. Tick it, and click again.</source>
        <translation>Laget med udpegede bygninger vises ikke. Sæt flueben ved det, og klik igen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>The layer {layer} (BOUNDARY) holds no area, so nobody can tell what reaches the municipality.</source>
        <translation>Laget {layer} (BOUNDARY) har ingen flade, så ingen kan sige, hvad der når ind i kommunen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>The layer {layer} (PREVIOUS) has no field 'tema', so it is no earlier result of this tool. Its fields are: {fields}.</source>
        <translation>Laget {layer} (PREVIOUS) har intet felt »tema«, så det er ikke et tidligere resultat af dette værktøj. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>The layer {layer} (SOURCE_6205) has none of the fields {fields}, so it is no extract of GeoFA's theme 6205. Its fields are: {found}.</source>
        <translation>Laget {layer} (SOURCE_6205) har ingen af felterne {fields}, så det er intet udtræk af GeoFA's tema 6205. Dets felter er: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>The layer {layer} (WATERCOURSES) has no rows. The valley is found from its watercourse: give at least one.</source>
        <translation>Laget {layer} (WATERCOURSES) har ingen rækker. Dalen findes ud fra sit vandløb: angiv mindst ét.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>The layer {layer} ({parameter}) cannot be read. Is its file, table or service still there, and may you read it? {why}</source>
        <translation>Laget {layer} ({parameter}) kan ikke læses. Findes dets fil, tabel eller tjeneste stadig, og må du læse den? {why}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/rasters.py"/>
        <source>The layer {layer} ({parameter}) comes from a service ({kind}), which delivers pictures and not heights that can be computed with. Download the terrain model as a file (GeoTIFF) and give that.</source>
        <translation>Laget {layer} ({parameter}) kommer fra en tjeneste ({kind}), som leverer billeder og ikke højder, der kan regnes på. Hent terrænmodellen som fil (GeoTIFF), og angiv den.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/heard.py"/>
        <source>The layer {layer} ({parameter}) could not be read to its end. Its source says: {said}. Is the database or service up, and may you read all of the layer? Then run the tool again.</source>
        <translation>Laget {layer} ({parameter}) kunne ikke læses til ende. Kilden siger: {said}. Kører databasen eller tjenesten, og må du læse hele laget? Kør så værktøjet igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>The layer {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. Set it (Layer CRS, or the tool native:assignprojection); Danish registers deliver EPSG:25832.</source>
        <translation>Laget {layer} ({parameter}) har intet koordinatsystem, så afstande kan ikke måles. Angiv det (lagets koordinatsystem, eller værktøjet »Tildel projektion«); danske registre leverer i EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/environments.py"/>
        <source>The layer {layer} ({parameter}) has no field 'beslutning', so it holds no decisions. Proposals are none: 'Export the kulturhistorisk lokalplan' takes them in ENSEMBLES. Its fields are: {fields}.</source>
        <translation>Laget {layer} ({parameter}) har intet felt »beslutning«, så det indeholder ingen beslutninger. Forslag er ikke beslutninger: »Eksportér den kulturhistoriske lokalplan« tager dem i ENSEMBLES. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/follow/reading.py"/>
        <source>The layer {layer} ({parameter}) has no field '{field}': it is no result of 'Check plot ratio and storeys'. Its fields are: {fields}.</source>
        <translation>Laget {layer} ({parameter}) har intet felt '{field}': det er ikke et resultat af »Kontrollér bebyggelsesprocent og etager«. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/designation_layer.py"/>
        <source>The layer {layer} ({parameter}) has no field '{field}': it is no result of the tool classifybuildings. Its fields are: {fields}.</source>
        <translation>Laget {layer} ({parameter}) har intet felt '{field}': det er ikke et resultat af værktøjet »Udpeg bevaringsværdige bygninger«. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/export/geopackage.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected is one kind of geometry.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der forventes én slags geometri.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/kinds.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected points or polygons.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der skal være punkter eller flader.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <location filename="../processing/inputs/kinds.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected polygons.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der forventes flader.</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>The layer {layer} ({parameter}) holds {kind}; expected {expected}.</source>
        <translation>Laget {layer} ({parameter}) indeholder {kind}; der forventes {expected}.</translation>
    </message>
    <message>
        <location filename="../processing/export/plan_reader.py"/>
        <source>The layer {layer} ({parameter}) is empty, so there is nothing to make a plan of.</source>
        <translation>Laget {layer} ({parameter}) er tomt, så der er intet at lave en plan af.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The layer {layer} ({parameter}) is not an output of '{tool}': it has no field '{field}'. Its fields are: {fields}.</source>
        <translation>Laget {layer} ({parameter}) er ikke et resultat af »{tool}«: det har intet felt '{field}'. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>The layer {layer} ({parameter}) is said to be in degrees ({crs}), but its coordinates reach {x}, {y}. Set the CRS it really has (Layer CRS, or the tool native:assignprojection), probably EPSG:25832.</source>
        <translation>Laget {layer} ({parameter}) angives at være i grader ({crs}), men dets koordinater når {x}, {y}. Angiv det koordinatsystem, det har (lagets koordinatsystem, eller værktøjet »Tildel projektion«), formentlig EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <location filename="../processing/tools/classify_buildings_outputs.py"/>
        <source>The layer {layer} changed while it was read. Run the tool again when nobody edits it.</source>
        <translation>Laget {layer} blev ændret, mens det blev læst. Kør værktøjet igen, når ingen redigerer det.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_area.py"/>
        <source>The layer {layer} has an area whose lines cross ({reason}), and it can be read in two ways that differ by {apart:,.0f} m². Plandata takes no such area. Correct it there.</source>
        <translation>Laget {layer} har et område, hvis linjer krydser hinanden ({reason}), og det kan læses på to måder, som afviger {apart:,.0f} m² fra hinanden. Plandata tager ikke et sådant område. Ret det dér.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>The layer {layer} has no field '{field}'. Its fields are: {fields}.</source>
        <translation>Laget {layer} har intet felt '{field}'. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>The layer {layer} has no field that holds {what}. Tried: {aliases}. Its fields are: {fields}. Choose a layer that has such a field as {parameter}.</source>
        <translation>Laget {layer} har intet felt med {what}. Der er ledt efter: {aliases}. Lagets felter er: {fields}. Vælg et lag, der har et sådant felt, som {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>The layer {layer} has no field that holds {what}. Tried: {aliases}. Its fields are: {fields}. Name the field in {parameter}.</source>
        <translation>Laget {layer} har intet felt med {what}. Der er ledt efter: {aliases}. Lagets felter er: {fields}. Angiv feltet i {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>The layer {layer} is cut off: {count:shape|shapes} of {stated} {count:=lies|lie} beyond the end of {file}. Fetch the file again, with all its parts (.shp, .shx, .dbf, .prj).</source>
        <translation>Laget {layer} er afkortet: {count:omrids|omrids} af {stated} ligger efter slutningen af {file}. Hent filen igen med alle dens dele (.shp, .shx, .dbf, .prj).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>The layer {layer} is damaged or cut off: only {count:row|rows} of {stated} can be read from {file}{problem}. Fetch the file again, or repair it and give the repaired copy.</source>
        <translation>Laget {layer} er beskadiget eller afkortet: kun {count:række|rækker} af {stated} kan læses fra {file}{problem}. Hent filen igen, eller reparér den, og brug den reparerede kopi.</translation>
    </message>
    <message>
        <location filename="../processing/export/inputs.py"/>
        <source>The layer {layer} is not an output of classifybuildings: it has no field '{field}'. Its fields are: {fields}. Run 'Designate buildings' first, and give its result in BUILDINGS.</source>
        <translation>Laget {layer} er ikke et resultat af »Udpeg bevaringsværdige bygninger«: det har intet felt '{field}'. Dets felter er: {fields}. Kør »Udpeg bevaringsværdige bygninger« først, og angiv resultatet i BUILDINGS.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_area.py"/>
        <source>The layer {layer} lies outside Denmark: {x:.0f}, {y:.0f} in EPSG:25832. Its coordinate reference system is wrong. Correct it in the layers of the plan, and make the package anew.</source>
        <translation>Laget {layer} ligger uden for Danmark: {x:.0f}, {y:.0f} i EPSG:25832. Dets koordinatsystem er forkert. Ret det i planens lag, og lav pakken igen.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The layer {layer} of the project cannot be filtered to what it shows.</source>
        <translation>Projektets lag {layer} kan ikke filtreres til det, det viser.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The layer {table} of the package cannot be opened again.</source>
        <translation>Pakkens lag {table} kan ikke åbnes igen.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_writing.py"/>
        <location filename="../processing/export/geopackage.py"/>
        <source>The layer {table} of the package could not be written: {error}. Is the disk full?</source>
        <translation>Pakkens lag {table} kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The layers of landscape and heritage that you mean to use.</source>
        <translation>De lag om landskab og kulturarv, der skal bruges.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>The letters are written.</source>
        <translation>Brevene skrives.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The limit in the areas in which two storeys are possible.</source>
        <translation>Grænsen i de områder, hvor to etager er mulige.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The list naboer_at_tage_stilling_til.csv of an earlier run, with ja in hoeres for those who get a letter. Give the same NEARBY.</source>
        <translation>Listen naboer_at_tage_stilling_til.csv fra en tidligere kørsel med ja i hoeres ud for dem, der skal have brev. Angiv samme NEARBY.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>The main job: from a GeoPackage, a folder of layers or of downloads as they came (with its folders and zips), a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bygningsvurdering, bbr, geodanmark_bygning, etager and enheder to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (either also as tidligere_udpegning), and any theme layer that the catalogue of landscape and heritage knows. The names of the registers and of Datafordeleren's downloads are known too, and where no name tells, the fields may. The log says what was taken for what, and warns of a layer that probably has a role and is not used. A terrain model is given, or found as terraen.tif in or beside the input, or as tiles of Danmarks Højdemodel (DTM_1km_…, as files or in their archives) in a folder of the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation>Hovedopgaven: fra en GeoPackage, en mappe med lag eller med data, som de er hentet (med undermapper og zipfiler), et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bygningsvurdering, bbr, geodanmark_bygning, etager og enheder, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (begge også som tidligere_udpegning) og ethvert temalag, som kataloget over landskab og kulturarv kender. Registrenes og Datafordelerens navne kendes også, og siger intet navn det, kan felterne. Loggen siger, hvad der er taget for hvad, og advarer om et lag, der formentlig har en rolle og ikke er brugt. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata, eller som fliser af Danmarks Højdemodel (DTM_1km_…, som filer eller i deres zip-filer) i en mappe i inddata.

Data kontrolleres, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The main stream, with its tributaries where they have valleys of their own. Ditches are not needed.</source>
        <translation>Hovedvandløbet med dets tilløb, hvor de har dale. Grøfter er ikke nødvendige.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The maps are drawn.</source>
        <translation>Kortene tegnes.</translation>
    </message>
    <message>
        <location filename="../processing/export/maps_pdf.py"/>
        <source>The maps could not be drawn.</source>
        <translation>Kortene kunne ikke tegnes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The municipality's boundary as a polygon. With it, a layer that does not reach the municipality is told from one that says there is nothing.</source>
        <translation>Kommunens grænse som flade. Med den kan et lag, der ikke når ind i kommunen, kendes fra et, der siger, at der intet er.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>The municipality's own</source>
        <translation>Kommunens egne</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The municipality's own extract of owners. Its names are taken out of the public versions, and it says whom to notify when the plan is adopted.</source>
        <translation>Kommunens eget udtræk af ejere. Dets navne udelades i de offentlige udgaver, og det viser, hvem der skal underrettes, når planen er vedtaget.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The municipality's own extract, a row for each owner, tenant or user and property: ejendom_id or bfe, navn, adresse, postnr, by, rolle (empty: ejer), and where there is one an id for digital post.</source>
        <translation>Kommunens eget udtræk, en række for hver ejer, lejer eller bruger og ejendom: ejendom_id eller bfe, navn, adresse, postnr, by, rolle (tom: ejer) og, hvor det findes, et id til digital post.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>The municipality's own extract: a row for each owner, tenant or user and property. The project keeps where it lies, and no name.</source>
        <translation>Kommunens eget udtræk: en række for hver ejer, lejer eller bruger og ejendom. Projektet husker, hvor det ligger, og ingen navne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The municipality's own limit. It is used where neither a lokalplan nor the zone has one.</source>
        <translation>Kommunens egen grænse. Den bruges, hvor hverken en lokalplan eller området har en.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The municipality's own limit; 1.5 is one storey with a used roof storey. It is used where neither a lokalplan nor the zone has one.</source>
        <translation>Kommunens egen grænse; 1,5 er én etage med udnyttet tagetage. Den bruges, hvor hverken en lokalplan eller området har en.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>The municipality's own rules</source>
        <translation>Kommunens egne regler</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>The municipality's profile (a folder, or the name of a profile that comes with the plugin)</source>
        <translation>Kommunens profil (en mappe eller navnet på en profil, der følger med)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The municipality's thresholds, texts, themes and logo. A value chosen in the dialog comes before the profile's.</source>
        <translation>Kommunens tærskler, tekster, temaer og logo. En værdi, der vælges i vinduet, går forud for profilens.</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>The newer, where both are dated</source>
        <translation>Den nyeste, hvor begge har dato</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The number that Plandata gave the plan when it was made there. With it the upload updates that plan, and the delområder belong to it; left empty, the plan is a new one.</source>
        <translation>Det nummer, Plandata gav planen, da den blev oprettet dér. Med det opdaterer uploaden planen, og delområderne hører til den; tomt er planen ny.</translation>
    </message>
    <message>
        <location filename="../processing/export/packaging.py"/>
        <source>The package could not be written: {error}. Nothing in {folder} was changed.</source>
        <translation>Pakken kunne ikke skrives: {error}. Intet i {folder} er ændret.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_reading.py"/>
        <source>The package has no area of the plan ({layer}): no ground of a designated building and no decided environment is known. Make it anew with PROPERTIES or PARCELS.</source>
        <translation>Pakken har intet område for planen ({layer}): hverken en udpeget bygnings grund eller et besluttet kulturmiljø er kendt. Lav den igen med PROPERTIES eller PARCELS.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_notes.py"/>
        <source>The package has no field for: {fields}. That was not compared.</source>
        <translation>Planens pakke har intet felt med: {fields}. Det er ikke sammenlignet.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>The package has no layer of plots, so there are no delområder for its groups. Make it anew with PROPERTIES.</source>
        <translation>Pakken har intet lag med grunde, så der er ingen delområder for grupperne. Lav den igen med PROPERTIES.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>The package is of a draft (STATE = 0). The letters speak of a proposal in hearing: make the package of the proposal before they are sent.</source>
        <translation>Pakken er af et udkast (STATE = 0). Brevene taler om et forslag i høring: lav forslagets pakke, før de sendes.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The package of the adopted plan, or its GeoPackage. It is only read.</source>
        <translation>Pakken af den vedtagne plan, eller dens GeoPackage. Den læses kun.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>The package says that the hearing is from {first} to {last}, and the letters say otherwise. Make the package anew with the same days.</source>
        <translation>Pakken siger, at høringen er fra {first} til {last}, og brevene siger noget andet. Lav pakken igen med de samme dage.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_reading.py"/>
        <source>The package's layer {layer} has a plan with the number {number}, whose planid is {planid}. If it is this one, give it in PLANID.</source>
        <translation>Pakkens lag {layer} har en plan med nummeret {number}, hvis planid er {planid}. Er det denne plan, så angiv det i PLANID.</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>The panel Lyngby Heritage</source>
        <translation>Panelet Lyngby Heritage</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The parcels of Matriklen as polygons. They give every building its cadastral district (ejerlav), by which the lists are ordered and numbered.</source>
        <translation>Matriklens jordstykker som flader. De giver hver bygning dens ejerlav, som listerne er ordnet og nummereret efter.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The parcels of Matriklen as polygons. Those of one property are taken together.</source>
        <translation>Matriklens jordstykker som flader. De, der hører til samme ejendom, regnes sammen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The parcels of Matriklen as polygons. With them the neighbours are those on adjoining properties; without, the buildings within a distance.</source>
        <translation>Matriklens jordstykker som flader. Med dem er naboerne de tilstødende ejendomme; uden dem bygningerne inden for en afstand.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The parcels of Matriklen as polygons. With them the outline of a proposal follows the properties; without, the buildings.</source>
        <translation>Matriklens jordstykker som flader. Med dem følger et forslags omrids ejendommene; uden dem bygningerne.</translation>
    </message>
    <message>
        <location filename="../processing/export/photos.py"/>
        <source>The photo {file} could not be written: {error}</source>
        <translation>Fotoet {file} kunne ikke skrives: {error}</translation>
    </message>
    <message>
        <location filename="../processing/export/photos.py"/>
        <source>The photos stand on the website without who took them and by which licence they are shown. Write both in the profile (photos in web/settings.json).</source>
        <translation>Fotoene står på hjemmesiden uden, hvem der har taget dem, og med hvilken licens de vises. Skriv begge dele i profilen (photos i web/settings.json).</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>The plan (MapInfo in a zip)</source>
        <translation>Planen (MapInfo i en zip-fil)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>The plan (shapefile in a zip)</source>
        <translation>Planen (shapefil i en zip-fil)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The plan and {AREA_COUNT:part|parts} of it.</source>
        <translation>Planen og {AREA_COUNT:delområde|delområder}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>The plan as it was adopted, what goes to owners and registers, and what has happened a year later.</source>
        <translation>Planen, som den blev vedtaget, det, ejere og registre får, og hvad der er sket et år senere.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>The plan is adopted on {adopted}, and the last day for answers was {last}. Where objections came in time, it is adopted {least} days after that day at the earliest, which is {earliest} ({law}, known at second hand: look it up).</source>
        <translation>Planen er vedtaget {adopted}, og høringens sidste dag var {last}. Kom der indsigelser i tide, kan den tidligst vedtages {least} dage efter den dag, altså {earliest} ({law}, kendt på anden hånd: slå den op).</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>The plan is made.</source>
        <translation>Planen er lavet.</translation>
    </message>
    <message>
        <location filename="../core/delivery/one_municipality.py"/>
        <source>The plan is of two municipalities, and Plandata takes only one's own: {first_where}{first_row} says {first_value} ({first_name}), and {where}{row} says {value} ({name}). Take the rows of the other municipality out of the layers of the plan, or choose the right profile, and make the package anew.</source>
        <translation>Planen er for to kommuner, og Plandata tager kun imod kommunens egen: {first_where}{first_row} siger {first_value} ({first_name}), og {where}{row} siger {value} ({name}). Tag den anden kommunes rækker ud af planens lag, eller vælg den rigtige profil, og lav pakken igen.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <location filename="../processing/sheet/run.py"/>
        <source>The plan is read.</source>
        <translation>Planen læses.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>The plan is said to be adopted on {day}, which is yet to come. Take nothing into GeoFA before that.</source>
        <translation>Planen er efter det oplyste vedtaget den {day}, og den dag er endnu ikke kommet. Før intet ind i GeoFA før den dag.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>The plan names no building, so there is no property to make a sheet of. Choose WHICH = {every} for every property.</source>
        <translation>Planen nævner ingen bygning, så der er ingen ejendom at lave et ark om. Vælg WHICH = {every} for alle ejendomme.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>The plan proposes to designate {BOUND_COUNT:building|buildings}.</source>
        <translation>Planen foreslår at udpege {BOUND_COUNT:bygning|bygninger}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_reading.py"/>
        <source>The plan's area ({layer}, row {row}) was not valid, and was repaired: it can be read in one way only.</source>
        <translation>Planens område ({layer}, række {row}) var ikke gyldigt og er repareret: det kan kun læses på én måde.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>The plan's area for Plandata.dk</source>
        <translation>Planens område til Plandata.dk</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_area.py"/>
        <source>The plan's area goes outside the boundary ({layer}) by {size:,.0f} m², more than {reach} m beyond it, for example at {x:.0f}, {y:.0f}. Plandata takes only what lies in the municipality: take the rows of another municipality out of the layers of the plan, or correct the boundary, and make the package anew.</source>
        <translation>Planens område går ud over grænsen ({layer}) med {size:,.0f} m², mere end {reach} m fra den, f.eks. ved {x:.0f}, {y:.0f}. Plandata tager kun det, der ligger i kommunen: tag en anden kommunes rækker ud af planens lag, eller ret grænsen, og lav pakken igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The plan's number on maps, annexes and website, such as 300.</source>
        <translation>Planens nummer på kort, bilag og hjemmeside, f.eks. 300.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>The plan's texts say that dates are not known: {missing} {count:=is|are} not given.</source>
        <translation>Planens tekster siger, at datoer ikke er oplyst: {missing} {count:=er|er} ikke angivet.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The plan's title on maps, annexes and website.</source>
        <translation>Planens titel på kort, bilag og hjemmeside.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>The profile does not say {places}: what another municipality decided holds. Say it in the profile.</source>
        <translation>Profilen angiver ikke {places}: Det, en anden kommune har besluttet, gælder. Angiv det i profilen.</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>The profile {name} is chosen. The tools' dialogs are filled from it.</source>
        <translation>Profilen {name} er valgt. Værktøjernes vinduer udfyldes efter den.</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>The profile {name} is written in {folder}. Change its files in a text editor, and choose it here.</source>
        <translation>Profilen {name} er skrevet i {folder}. Ret dens filer i en teksteditor, og vælg den her.</translation>
    </message>
    <message>
        <location filename="../core/registers/municipalities.py"/>
        <source>The profile {profile} is of {theirs} (municipality {code}), and the data are of {names} ({codes}): thresholds, texts and colours are those of the profile. Choose the profile of the data's municipality.</source>
        <translation>Profilen {profile} er for {theirs} (kommune {code}), men data er fra {names} ({codes}): tærskler, tekster og farver er profilens. Vælg profilen for den kommune, som data er fra.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>The profile {profile}: a template cannot be filled in ({place}): {why}. Nothing was written.</source>
        <translation>Profilen {profile}: En skabelon kan ikke udfyldes ({place}): {why}. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <location filename="../processing/inputs/profile.py"/>
        <source>The profile {profile}: in {file}, {path} is {found}; expected is {expected}.</source>
        <translation>Profilen {profile}: I {file} er {path} {found}; der forventes {expected}.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>The profile {profile}: nothing reads {file}. The files that a profile may have are: {known}.</source>
        <translation>Profilen {profile}: Intet læser {file}. De filer, en profil kan have, er: {known}.</translation>
    </message>
    <message>
        <location filename="../core/common/templates.py"/>
        <source>The profile {profile}: the template {file} is wrong in line {line}: {why}.</source>
        <translation>Profilen {profile}: Skabelonen {file} er forkert i linje {line}: {why}.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>The profile {profile}: {file} and {other} are both there, and only one of them can be the template. Delete the other.</source>
        <translation>Profilen {profile}: {file} og {other} er der begge, og kun den ene kan være skabelonen. Slet den anden.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>The profile {profile}: {file} cannot be read ({why}). It is a text file in UTF-8, of JSON where its name ends so.</source>
        <translation>Profilen {profile}: {file} kan ikke læses ({why}). Det skal være en tekstfil i UTF-8, og JSON, hvor navnet ender på det.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>The profile {profile}: {file} is no template that a document can be made from. Open it in Word, and save it there as a Word document without macros: {name}.</source>
        <translation>Profilen {profile}: {file} er ikke en skabelon, som et dokument kan laves af. Åbn den i Word, og gem den der som et Word-dokument uden makroer: {name}.</translation>
    </message>
    <message>
        <location filename="../core/common/profile_reading.py"/>
        <source>The profile {profile}: {parameter} stands both in profile.json (parametre) and in {file} ({place}). Keep one of them.</source>
        <translation>Profilen {profile}: {parameter} står både i profile.json (parametre) og i {file} ({place}). Behold ét af stederne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>The profile {profile}: {why}</source>
        <translation>Profilen {profile}: {why}</translation>
    </message>
    <message>
        <location filename="../desktop/card_tool.py"/>
        <source>The project has no layer of designated buildings. Open a package's project, or run a tool.</source>
        <translation>Projektet har intet lag med udpegede bygninger. Åbn en planpakkes projekt, eller kør et værktøj.</translation>
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
        <location filename="../processing/sheet/run.py"/>
        <source>The property is {name}.</source>
        <translation>Ejendommen er {name}.</translation>
    </message>
    <message>
        <location filename="../processing/export/plan_reader.py"/>
        <source>The register keeps every building in {layer} ({parameter}) from the public (offentlig = no), so there is nothing to make a plan of.</source>
        <translation>Registret viser ikke nogen af bygningerne i {layer} ({parameter}) for offentligheden (offentlig = nej), så der er ikke noget at lave en plan af.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The result of 'Check plot ratio and storeys' on this year's registers.</source>
        <translation>Resultatet af »Kontrollér bebyggelsesprocent og etager« på årets registre.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result of 'Check plot ratio and storeys'. It gives the annex of properties.</source>
        <translation>Resultatet af »Kontrollér bebyggelsesprocent og etager«. Det giver bilaget over ejendomme.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result of 'Compare two designations'.</source>
        <translation>Resultatet af »Sammenlign to udpegninger«.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result of 'Delineate a valley'.</source>
        <translation>Resultatet af »Afgræns en dal«.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The result of 'Designate buildings' has its designations counted too; any layer of buildings will do.</source>
        <translation>Med resultatet af »Udpeg bevaringsværdige bygninger« tælles også udpegningerne; ethvert bygningslag kan bruges.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The result of 'Designate buildings', which says of each building whether it is designated and why.</source>
        <translation>Resultatet af »Udpeg bevaringsværdige bygninger«, som for hver bygning siger, om den er udpeget og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result of 'Map landscape and heritage'.</source>
        <translation>Resultatet af »Kortlæg landskab og kulturarv«.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The result of 'Prepare buildings' on this year's registers, made as it was for the plan.</source>
        <translation>Resultatet af »Klargør bygninger« på årets registre, lavet som det blev til planen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result of 'Propose uniform ensembles': a working layer, in the plan as proposals and never as decided.</source>
        <translation>Resultatet af »Foreslå ensartede områder som kulturmiljøer«: et arbejdslag, i planen som forslag og aldrig som besluttet.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The result, as a temporary layer or in a file. It comes with its style.</source>
        <translation>Resultatet, som midlertidigt lag eller i en fil. Det har sin stil med.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>The rows as a list (Excel)</source>
        <translation>Rækkerne som liste (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/day.py"/>
        <source>The run goes by {day}, as the environment variable {variable} says, and not by today: what the registers say of a later day has not come yet.</source>
        <translation>Kørslen går efter {day}, som miljøvariablen {variable} siger, og ikke efter i dag: det, registrene siger om en senere dag, er ikke sket endnu.</translation>
    </message>
    <message>
        <location filename="../desktop/warnings_view.py"/>
        <source>The run warned {count:time|times}</source>
        <translation>Kørslen advarede {count:gang|gange}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The same as a page in one file, to publish.</source>
        <translation>Det samme som en side i én fil, til at offentliggøre.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The same layer as for 'Designate buildings'. Every row comes out again, with what each scenario makes of it.</source>
        <translation>Det samme lag som til »Udpeg bevaringsværdige bygninger«. Hver række kommer ud igen med det, hvert scenarie gør ved den.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The same municipality as its data are delivered: in zips, in parts, with history and empty versions.</source>
        <translation>Den samme kommune, som dens data leveres: i zipfiler, i dele, med historik og tomme versioner.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The same number always gives the same data.</source>
        <translation>Samme tal giver altid samme data.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The scenarios with rules and sources, what each two share, and the buildings that swing.</source>
        <translation>Scenarierne med regler og kilder, hvad de har til fælles to og to, og de bygninger, der svinger.</translation>
    </message>
    <message>
        <location filename="../core/web/background.py"/>
        <source>The setting background.url in {file} is '{value}', and must begin with https:// or be a folder beside the site, with z, x and y in braces in it.</source>
        <translation>Indstillingen background.url i {file} er »{value}«, men skal begynde med https:// eller være en mappe ved siden af hjemmesiden, med z, x og y i tuborgklammer.</translation>
    </message>
    <message>
        <location filename="../core/web/background.py"/>
        <source>The setting background.{name} in {file} is '{value}', and must be one of {choices}.</source>
        <translation>Indstillingen background.{name} i {file} er »{value}« og skal være en af {choices}.</translation>
    </message>
    <message>
        <location filename="../core/web/background.py"/>
        <source>The setting background.{name} in {file} is empty, and a background of the kind {kind} needs it.</source>
        <translation>Indstillingen background.{name} i {file} er tom, og et baggrundskort af slagsen {kind} skal have den.</translation>
    </message>
    <message>
        <location filename="../core/web/settings.py"/>
        <source>The setting card in {file} is {value}, and must name '{reason}' and any of {choices}.</source>
        <translation>Indstillingen card i {file} er {value}; den skal nævne »{reason}« og kan nævne {choices}.</translation>
    </message>
    <message>
        <location filename="../core/web/settings.py"/>
        <source>The setting contact.url in {file} is '{value}', and must begin with https://, mailto: or tel:.</source>
        <translation>Indstillingen contact.url i {file} er »{value}«, men skal begynde med https://, mailto: eller tel:.</translation>
    </message>
    <message>
        <location filename="../core/web/settings.py"/>
        <source>The setting documents in {file} names {value}, and may name any of {choices}.</source>
        <translation>Indstillingen documents i {file} nævner {value} og kan nævne: {choices}.</translation>
    </message>
    <message>
        <location filename="../core/web/settings.py"/>
        <source>The setting fbb.url in {file} is '{value}', and must begin with https:// and have {place} where the building's number stands.</source>
        <translation>Indstillingen fbb.url i {file} er »{value}« og skal begynde med https:// og have {place}, hvor bygningens nummer står.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile_checks.py"/>
        <source>The setting of this person's QGIS names the profile {profile}. A run without a desktop does not take it: give it as PROFILE where it is meant.</source>
        <translation>Indstillingen i denne persons QGIS nævner profilen {profile}. En kørsel uden skrivebord bruger den ikke: Angiv den som PROFILE, hvis den skal gælde.</translation>
    </message>
    <message>
        <location filename="../core/web/settings.py"/>
        <source>The setting open_data in {file} has the licence '{licence}' with the address '{url}'. The address must begin with https://, and belong to a licence with a name.</source>
        <translation>Indstillingen open_data i {file} har licensen »{licence}« med adressen »{url}«. Adressen skal begynde med https:// og høre til en licens med et navn.</translation>
    </message>
    <message>
        <location filename="../core/web/background.py"/>
        <source>The settings background.origin and background.resolution in {file} are {origin} and {resolution}, and must be two numbers, and one above 0.</source>
        <translation>Indstillingerne background.origin og background.resolution i {file} er {origin} og {resolution} og skal være to tal og ét over 0.</translation>
    </message>
    <message>
        <location filename="../desktop/card_view.py"/>
        <source>The sheet is made from the package of a plan.</source>
        <translation>Arket laves af en planpakke.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>The sheets are written.</source>
        <translation>Arkene skrives.</translation>
    </message>
    <message>
        <location filename="../core/plan/steps.py"/>
        <source>The step '{step}' cannot be taken, and no plan can be made without it: {libraries} is missing or broken in QGIS's Python. Run the tool 'Self-check' of Lyngby Heritage, which says what to do.</source>
        <translation>Trinnet »{step}« kan ikke udføres, og uden det bliver der ingen plan: {libraries} mangler eller er i stykker i QGIS' Python. Kør værktøjet »Selvtest« i Lyngby Heritage, som siger, hvad der kan gøres.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>The style of the layer {table} could not be stored: {error}.</source>
        <translation>Stilen til laget {table} kunne ikke gemmes: {error}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>The style of {place} could not be stored in the database: {problem}.</source>
        <translation>Stilen til {place} kunne ikke gemmes i databasen: {problem}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The sub-areas of the lokalplaner, as Plandata delivers them. Their limits come before the plan's. Give the lokalplaner too.</source>
        <translation>Lokalplanernes delområder, som Plandata leverer dem. Deres grænser går forud for planens. Angiv også lokalplanerne.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>The table Ejerlav is missing, so no parcel has the name of its district. Download MAT Ejerlav too.</source>
        <translation>Tabellen Ejerlav mangler, så intet jordstykke har sit ejerlavs navn. Hent også MAT Ejerlav.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>The table SamletFastEjendom is missing, so no parcel has its BFE number: parcels are grouped by the id of their property in Matriklen, which BBR does not know. Download MAT SamletFastEjendom too.</source>
        <translation>Tabellen SamletFastEjendom mangler, så intet jordstykke har sit BFE-nummer: jordstykkerne er samlet efter ejendommens id i Matriklen, som BBR ikke kender. Hent også MAT SamletFastEjendom.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The table and the layer to work in, the internal white book, a page for each who took part, and whom to notify. It holds names: keep it where only those who work on the case can see it.</source>
        <translation>Skemaet og laget at arbejde i, den interne hvidbog, en side til hver, der har svaret, og hvem der skal underrettes. Mappen indeholder navne: Læg den, hvor kun sagens medarbejdere kan se den.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>The table of the answers with your assessment, consequence and decision of each.</source>
        <translation>Skemaet over svarene med jeres vurdering, konsekvens og beslutning om hvert.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/reading.py"/>
        <source>The table {layer} ({parameter}) has no column that holds {what}. Columns of these names are looked for: {aliases}. The first row of the table must hold the names of its columns.</source>
        <translation>Tabellen {layer} ({parameter}) har ingen kolonne med {what}. Der ledes efter kolonner med disse navne: {aliases}. Tabellens første række skal have kolonnernes navne.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/reading.py"/>
        <source>The table {layer} ({parameter}) is not the list of neighbours that this tool writes: it has no column '{field}'.</source>
        <translation>Tabellen {layer} ({parameter}) er ikke den liste over naboer, som værktøjet skriver: den har ingen kolonne »{field}«.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>The terrain has no tile of {count:square kilometre|square kilometres} of the area: {cells}. There no valley is found. Fetch the tiles, unless these places are sea or outside the municipality.</source>
        <translation>Terrænet mangler {count:kvadratkilometer|kvadratkilometer} af området: {cells}. Dér findes ingen dal. Hent fliserne, medmindre stederne er hav eller ligger uden for kommunen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/terrain_tiles.py"/>
        <source>The terrain is {count:tile|tiles} of Danmarks Højdemodel, {first} to {last}.</source>
        <translation>Terrænet er {count:flise|fliser} af Danmarks Højdemodel, {first} til {last}.</translation>
    </message>
    <message>
        <location filename="../processing/job/terrain.py"/>
        <source>The terrain is {file}, and {count:tile|tiles} of Danmarks Højdemodel beside it are not used. Take the file away to use the tiles.</source>
        <translation>Terrænet er {file}, og {count:flise|fliser} af Danmarks Højdemodel ved siden af bruges ikke. Fjern filen for at bruge fliserne.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/rasters.py"/>
        <source>The terrain model {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. Set it (Layer CRS, or the tool gdal:assignprojection); the Danish terrain model is in {used}.</source>
        <translation>Terrænmodellen {layer} ({parameter}) har intet koordinatsystem, så ingen afstand kan måles. Angiv det (Lagets koordinatsystem, eller værktøjet gdal:assignprojection); den danske terrænmodel er i {used}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/rasters.py"/>
        <source>The terrain model {layer} ({parameter}) is in {crs}, where a cell is not so many metres wide and high. Reproject it first, with the tool gdal:warpreproject to {used}.</source>
        <translation>Terrænmodellen {layer} ({parameter}) er i {crs}, hvor en celles bredde og højde ikke er angivet i meter. Omprojicér den først med værktøjet gdal:warpreproject til {used}.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} cannot be read as a raster file: {error}</source>
        <translation>Terrænmodellen {layer} kan ikke læses som en rasterfil: {error}</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>The terrain model {layer} has no heights at all.</source>
        <translation>Terrænmodellen {layer} har slet ingen højder.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} is damaged or cut off: rows {top} to {bottom} of {rows} cannot be read ({error}). Fetch the file again.</source>
        <translation>Terrænmodellen {layer} er beskadiget eller afkortet: række {top} til {bottom} af {rows} kan ikke læses ({error}). Hent filen igen.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} is turned or mirrored on the map. Straighten it first, with the tool gdal:warpreproject to EPSG:25832.</source>
        <translation>Terrænmodellen {layer} ligger drejet eller spejlvendt på kortet. Ret den op først med værktøjet gdal:warpreproject til EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>The terrain model {layer} says that its heights are in '{unit}', which is no unit known here (m, dm, cm, mm, ft, US survey foot). Convert it to metres, or correct the unit with gdal_edit -units m.</source>
        <translation>Terrænmodellen {layer} siger, at dens højder er i '{unit}', som ikke er en kendt enhed her (m, dm, cm, mm, ft, US survey foot). Omregn den til meter, eller ret enheden med gdal_edit -units m.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>The terrain of the invented municipality, for 'Delineate a valley'.</source>
        <translation>Den opdigtede kommunes terræn, til »Afgræns en dal«.</translation>
    </message>
    <message>
        <location filename="../processing/collect/terrain_tiles.py"/>
        <source>The terrain tiles could not be put together in {file}: {error}</source>
        <translation>Terrænfliserne kunne ikke samles i {file}: {error}</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>The terrain tiles leave {count:gap|gaps} of one square kilometre between them: {cells}. There no valley is found. Fetch the tiles, unless these places are sea or outside the municipality.</source>
        <translation>Terrænfliserne har {count:hul|huller} på en kvadratkilometer imellem sig: {cells}. Dér findes ingen dal. Hent fliserne, medmindre stederne er hav eller ligger uden for kommunen.</translation>
    </message>
    <message>
        <location filename="../core/plan/open_blanks.py"/>
        <source>The texts of the adopted plan still have {count:blank|blanks} in brackets, for the municipality to fill in or strike: {documents}. What is adopted should have none.</source>
        <translation>Den vedtagne plans tekster har stadig {count:felt|felter} i kantet parentes, som kommunen skal udfylde eller stryge: {documents}. En vedtaget plan bør ikke have nogen.</translation>
    </message>
    <message>
        <location filename="../core/landscape/layers.py"/>
        <source>The theme of none of the layers is known: {layers}. Name each in THEMES with one of the codes {codes}.</source>
        <translation>Temaet kendes ikke for noget af lagene: {layers}. Angiv hvert af dem i THEMES med en af koderne {codes}.</translation>
    </message>
    <message>
        <location filename="../desktop/running.py"/>
        <source>The tool is not there. Start QGIS again.</source>
        <translation>Værktøjet findes ikke. Start QGIS igen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/heritage_plan.py"/>
        <source>The valley: cells to work on, m (0 = the model's)</source>
        <translation>Dalen: celler, der regnes på, m (0 = modellens)</translation>
    </message>
    <message>
        <location filename="../core/web/content.py"/>
        <source>The website cannot show the building {id} (row {row}): {column} is {value}, and must be empty or a whole number from {least} to {largest}.</source>
        <translation>Hjemmesiden kan ikke vise bygningen {id} (række {row}): {column} er {value}, men skal være tom eller et helt tal fra {least} til {largest}.</translation>
    </message>
    <message>
        <location filename="../core/web/content.py"/>
        <source>The website cannot show the building {id} (row {row}): {column} is {value}, and must be empty or degrees in WGS84 from {least} to {largest}.</source>
        <translation>Hjemmesiden kan ikke vise bygningen {id} (række {row}): {column} er {value}, men skal være tom eller grader i WGS84 fra {least} til {largest}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>The website is written.</source>
        <translation>Hjemmesiden skrives.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>The white book without names of private persons, to work on in Word.</source>
        <translation>Hvidbogen uden privatpersoners navne, til at arbejde videre med i Word.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Theme (code)</source>
        <translation>Tema (kode)</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Theme 6205 as GeoFA has it</source>
        <translation>Tema 6205, som GeoFA har det</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>Theme 6205: {new_count:row is|rows are} new (of them {new_designated_count:,} designated), {changed_count:,} changed (of them {ended_count:,} no longer designated by any plan), {untouched_count:,} untouched. Theme 6204: {group_count:row|rows}. Nothing was sent to GeoFA.</source>
        <translation>Tema 6205: {new_count:ny række|nye rækker} (heraf {new_designated_count:,} udpegede), {changed_count:,} ændrede (heraf {ended_count:,}, som ingen plan udpeger mere), {untouched_count:,} uændrede. Tema 6204: {group_count:række|rækker}. Intet er sendt til GeoFA.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/catalogue.py"/>
        <source>Theme catalogue of your own</source>
        <translation>Eget temakatalog</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Theme layers</source>
        <translation>Temalag</translation>
    </message>
    <message>
        <location filename="../desktop/loading.py"/>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Themes</source>
        <translation>Temaer</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Themes of layers that are not known by name</source>
        <translation>Temaer for lag, der ikke kendes på navnet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <source>Themes of nature, landscape and heritage</source>
        <translation>Temaer: natur, landskab, kulturarv</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Themes without a layer, and layers that say nothing</source>
        <translation>Temaer uden lag, og lag, der ikke giver svar</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>Themes without a layer, which say nothing: {themes}.</source>
        <translation>Temaer uden et lag, som derfor intet siger: {themes}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <location filename="../processing/inputs/unopened.py"/>
        <source>There is no file {file}.</source>
        <translation>Filen {file} findes ikke.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_data.py"/>
        <source>There is no open project.</source>
        <translation>Der er intet åbent projekt.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>They come out in OUTPUT_DECISIONS together with those of the hearing.</source>
        <translation>De kommer med i OUTPUT_DECISIONS sammen med høringens.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>This format cuts texts after 254 characters, and so the guidelines. Choose a GeoPackage (.gpkg).</source>
        <translation>Dette format skærer tekster over efter 254 tegn, også retningslinjerne. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/run.py"/>
        <source>This format cuts texts after 254 characters, and so the reasons. Choose a GeoPackage (.gpkg).</source>
        <translation>Dette format afkorter tekster efter 254 tegn og dermed begrundelserne. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <source>This is the plan's own project. The work goes on, the thresholds too, in the project that made it.</source>
        <translation>Dette er planens eget projekt. Arbejdet fortsætter, også med tærsklerne, i det projekt, som planen er lavet i.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Those of Datafordeleren want a key. None could be tried while the tool was written: the table 'hentning' says what came.</source>
        <translation>Til Datafordelerens skal der en nøgle. Ingen kunne afprøves, da værktøjet blev skrevet: tabellen »hentning« siger, hvad der kom.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Those with a building that the plan names</source>
        <translation>De ejendomme, der har en bygning, som planen nævner</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Three or four digits, such as 0173. Left empty, the data say which municipality they are of.</source>
        <translation>Tre eller fire cifre, f.eks. 0173. Står feltet tomt, siger data selv, hvilken kommune de er fra.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Three or four digits, such as 173 or 0173. Needed only where the downloads are of several municipalities, or of the whole country.</source>
        <translation>Tre eller fire cifre, f.eks. 173 eller 0173. Kun nødvendig, hvor data er fra flere kommuner eller fra hele landet.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Title of the plan</source>
        <translation>Lokalplanens titel</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>To be looked at</source>
        <translation>Til vurdering</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>Tries inside this QGIS what the tools use: the libraries numpy, shapely, scipy and jinja2, the fields of a layer, writing a GeoPackage, and drawing and printing a map. Says what to do when something is missing, too old or broken. rasterio, fiona and pyproj are tried too, but no tool needs them. Run it once after installing, and when a tool fails with a strange message.</source>
        <translation>Afprøver inde i denne QGIS det, som værktøjerne bruger: bibliotekerne numpy, shapely, scipy og jinja2, felter i et lag, skrivning af en GeoPackage og tegning og udskrivning af et kort. Siger, hvad der kan gøres, når noget mangler, er for gammelt eller ikke virker. rasterio, fiona og pyproj afprøves også, men intet værktøj har brug for dem. Kør den én gang efter installationen, og når et værktøj fejler med en uforståelig meddelelse.</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>Tries whether everything that the tools use works in this QGIS.</source>
        <translation>Afprøver, om alt det, værktøjerne bruger, virker i denne QGIS.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Try with a sample</source>
        <translation>Prøv med eksempel</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Two buildings are compared on use, year, storeys, outer wall, roofing and footprint. With fewer of them known on both, the pair is not compared.</source>
        <translation>To bygninger sammenlignes på anvendelse, år, etager, ydervæg, tagdækning og bebygget areal. Kendes færre af dem på begge, sammenlignes de ikke.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection.py"/>
        <source>Two layers of the input are called {role}: {first} and {second}. Rename or remove one of them.</source>
        <translation>To lag i inddata hedder {role}: {first} og {second}. Omdøb eller fjern det ene.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>Two scenarios have one name: {name} ({place}) and {other} ({other_place}). Leave one of them out, or give it another name: a profile in navn of its profile.json and by its folder, a variant in VARIANTS.</source>
        <translation>To scenarier har samme navn: {name} ({place}) og {other} ({other_place}). Udelad det ene, eller giv det et andet navn: en profil i navn i dens profile.json og ved dens mappe, en variant i VARIANTS.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Uniform with the neighbours</source>
        <translation>Ensartet med naboerne</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Uniform, or near a building of value {high_values}</source>
        <translation>Ensartet, eller nær en bygning med værdi {high_values}</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Units (BBR), which say how many dwellings there are</source>
        <translation>Enheder (BBR), som siger, hvor mange boliger der er</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Unknown</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>Unknown parameter {unknown}. The parameters of {tool} are: {known}.</source>
        <translation>Ukendt parameter {unknown}. Parametrene til {tool} er: {known}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_geofa.py"/>
        <source>Untouched rows</source>
        <translation>Uændrede rækker</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>Use</source>
        <translation>Brug</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Use (BBR code)</source>
        <translation>Anvendelse (BBR-kode)</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>VARIANTS, row {row}: no profile is called {name}. Give one of: {known}; or leave it empty for the profile that the run goes by.</source>
        <translation>VARIANTS, række {row}: ingen profil hedder {name}. Angiv en af: {known}; eller lad feltet stå tomt for den profil, som kørslen følger.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>VARIANTS, row {row}: the rows of {name} contradict each other in {what}. A scenario has one profile, and each parameter once.</source>
        <translation>VARIANTS, række {row}: rækkerne for {name} modsiger hinanden i {what}. Et scenarie har én profil og hver parameter én gang.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>VARIANTS, row {row}: {cells}. Expected are the name of the scenario, a profile, one of the parameters {known}, and its value.</source>
        <translation>VARIANTS, række {row}: {cells}. Der forventes scenariets navn, en profil, en af parametrene {known} og dens værdi.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/asked.py"/>
        <source>VARIANTS, row {row}: {why}</source>
        <translation>VARIANTS, række {row}: {why}</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Validate data</source>
        <translation>Kontrollér data</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Valley floors</source>
        <translation>Dalbunde</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>Valley sides</source>
        <translation>Dalsider</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Value</source>
        <translation>Værdi</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_scenarios.py"/>
        <source>Variants: a profile with another threshold</source>
        <translation>Varianter: en profil med en anden grænse</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Vulnerability</source>
        <translation>Sårbarhed</translation>
    </message>
    <message>
        <location filename="../core/plan/web_address.py"/>
        <source>WEB_ADDRESS is '{value}', and must be the address where the website will stand, such as https://www.kommune.dk/kulturarv/: it begins with https:// or http://, and has no blanks, no user name, no ? and no #. Leave it empty while the address is not known.</source>
        <translation>WEB_ADDRESS er »{value}« og skal være den adresse, som hjemmesiden kommer til at ligge på, f.eks. https://www.kommune.dk/kulturarv/: Den begynder med https:// eller http:// og har ingen mellemrum, intet brugernavn, intet ? og intet #. Lad feltet stå tomt, så længe adressen ikke kendes.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Warnings</source>
        <translation>Advarsler</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/delineate_valley.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Watercourses</source>
        <translation>Vandløb</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Watercourses as lines, or as polygons where they are wide.</source>
        <translation>Vandløb som linjer, eller som flader, hvor de er brede.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Website</source>
        <translation>Hjemmeside</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What 'Export the kulturhistorisk lokalplan' or 'Make the kulturhistorisk lokalplan' wrote: the folder, or the GeoPackage in it. It is only read.</source>
        <translation>Det, som »Eksportér den kulturhistoriske lokalplan« eller »Lav den kulturhistoriske lokalplan« har skrevet: mappen eller GeoPackagen i den. Den bliver kun læst.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>What a file or a layer is, where it was taken for something else: its name, and a role (fbb, bbr, jordstykker …) or 'ingen'. It is remembered for the next time.</source>
        <translation>Hvad en fil eller et lag er, hvor det er taget for noget andet: dets navn og en rolle (fbb, bbr, jordstykker …) eller »ingen«. Det huskes til næste gang.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>What applies to my property? From a plan package the tool writes a sheet of two A4 pages (PDF), and the same as a web page of one file: a map, the buildings with value, ground and reason and the neighbours they were compared with, what needs permission and what does not, what the council can still change and how to answer, plot ratio and storeys with the sum written out, themes of landscape and protection with their legal ground and distance, the lokalplaner in force, and what is not known and where to ask.

A property is named by its BFE number, by parcel and district, by address, or by a point. What may be several is refused with the candidates. ALL makes the sheets of all in one go. ANONYMOUS leaves out address, parcel, numbers, map and names, and the sheet says so.

A sheet that is too long for two pages is set in smaller letters, then leaves out what matters least, and says where that stands. The sheets appear together or not at all; other files in the folder are kept.</source>
        <translation>Hvad gælder for min ejendom? Af en planpakke skriver værktøjet et ark på to A4-sider (PDF) og det samme som en webside i én fil: et kort, bygningerne med værdi, grundlag og begrundelse og de naboer, de er sammenlignet med, hvad der kræver tilladelse, og hvad der ikke gør, hvad kommunen endnu kan ændre, og hvordan man svarer, bebyggelsesprocent og etager med regnestykket, temaer om landskab og beskyttelse med lovgrundlag og afstand, lokalplaner i kraft, og hvad der ikke vides, og hvor man kan spørge.

En ejendom angives ved sit BFE-nummer, ved matrikelnummer og ejerlav, ved adresse eller ved et punkt. Det, der kan være flere, bliver afvist med kandidaterne. ALL laver arkene om alle på én gang. ANONYMOUS udelader adresse, matrikel, numre, kort og navne, og arket siger det.

Et ark, der er for langt til to sider, får mindre bogstaver, udelader derefter det mindst vigtige og siger, hvor det står. Arkene kommer samlet eller slet ikke; andre filer i mappen bevares.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>What came in, a row for each answer or for each point of one: as Excel or a hearing portal delivers it, a layer with places drawn on the map, or the working table filled in.</source>
        <translation>De svar, der er kommet, med en række for hvert svar eller hvert punkt i et svar: som Excel eller en høringsportal leverer dem, et lag med steder tegnet på kortet, eller det udfyldte arbejdsskema.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What found no place in the result, with the reason.</source>
        <translation>Det, der ikke kom med i resultatet, med årsag.</translation>
    </message>
    <message>
        <location filename="../desktop/card_dock.py"/>
        <source>What is this building?</source>
        <translation>Hvad er det for en bygning?</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What stays, is new and is gone. Give the earlier designation too.</source>
        <translation>Hvad der fastholdes, er nyt og er udgået. Angiv også den tidligere udpegning.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What the data are, the file or layer they came in, and their date (2026-03-12). The main job fills it in. Left empty, the layers given here are named with the dates of their files.</source>
        <translation>Hvad data er, filen eller laget, de kom i, og deres dato (2026-03-12). Hovedopgaven udfylder den. Er den tom, nævnes de lag, der er angivet her, med filernes dato.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_list.py"/>
        <source>What the folder says of itself</source>
        <translation>Hvad mappen siger om sig selv</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What the municipality decided on cultural environments: areas with navn, beslutning (udpeg or udpeg_ikke), begrundelse, kilde, dato, fortaelling, baerende_vaerdier, saarbarhed and anbefaling. A row without beslutning is no decision.</source>
        <translation>Det, kommunen har besluttet om kulturmiljøer: områder med navn, beslutning (udpeg eller udpeg_ikke), begrundelse, kilde, dato, fortaelling, baerende_vaerdier, saarbarhed og anbefaling. En række uden beslutning er ingen beslutning.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>What the plan is called</source>
        <translation>Planens navn</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>What title pages, maps, annexes and website say of the plan: a draft, a proposal in hearing, or adopted. As long as the plan is not in force its buildings are proposed, not designated.</source>
        <translation>Hvad titelblade, kort, bilag og hjemmeside siger om planen: udkast, forslag i høring eller vedtaget. Så længe planen ikke gælder, er dens bygninger foreslået udpeget og ikke udpeget.</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>What was seen, and why it decides: the owner reads it.</source>
        <translation>Hvad der er set, og hvorfor det er afgørende: ejeren læser det.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>What was taken for what</source>
        <translation>Rapport over data</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Where BBR has no floor area, the footprint on the map is used. It holds eaves and terraces: a plot that exceeds by less than this is not decided.</source>
        <translation>Hvor BBR intet etageareal har, bruges omridset på kortet. Det kan indeholde udhæng og terrasser: en overskridelse, der er mindre end dette, afgøres ikke.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Where a valley opens into the sea, what lies below this level is sea.</source>
        <translation>Hvor en dal munder ud i havet, er det, der ligger under denne kote, hav.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>Where more answers came in: give the new extract as ANSWERS and the table you worked in here. What was written stays with its answer, unless that says something else now.</source>
        <translation>Når der er kommet flere svar: Angiv det nye udtræk som ANSWERS og det skema, I har arbejdet i, her. Det skrevne bliver ved sit svar, medmindre svaret nu siger noget andet.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Where the plan stands in Plandata already.</source>
        <translation>Hvis planen allerede står i Plandata.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Where the white book will stand (https://…)</source>
        <translation>Hvor hvidbogen vil ligge (https://…)</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Which buildings of value {neighbour_value} are designated</source>
        <translation>Hvilke bygninger med værdi {neighbour_value} udpeges</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Which designations count on buildings, properties and among the changes</source>
        <translation>Hvilke udpegninger der tæller for bygninger, ejendomme og ændringer</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Which designations of the landscape count</source>
        <translation>Hvilke af landskabets udpegninger der tæller</translation>
    </message>
    <message>
        <location filename="../processing/tools/prepare_buildings.py"/>
        <source>Which source comes first, where two SAVE values differ</source>
        <translation>Hvilken kilde går forud, hvor to SAVE-værdier er uenige</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Which, of all</source>
        <translation>Hvilke, når det er alle</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>White book</source>
        <translation>Hvidbog</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>White book (Word)</source>
        <translation>Hvidbog (Word)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>White book (web)</source>
        <translation>Hvidbog (web)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>White book of a hearing</source>
        <translation>Hvidbog over en høring</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>White book, public (Word)</source>
        <translation>Hvidbog, offentlig (Word)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Who is a neighbour</source>
        <translation>Hvem regnes som nabo</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>Who the data come from, as maps and website say it. Left empty, the registers are named.</source>
        <translation>Hvem data kommer fra, som kort og hjemmeside skriver det. Står feltet tomt, nævnes registrene.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Whom to hear</source>
        <translation>Hvem der høres</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Why plots are unknown, and how many</source>
        <translation>Hvorfor grunde er ukendte, og hvor mange</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape.py"/>
        <source>Width below which a strip is no change, m</source>
        <translation>Bredde, under hvilken en stribe ikke er en ændring, m</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>With ALL: the properties with a building that the plan designates, or that it names as listed or as a church; or every property there is.</source>
        <translation>Med ALL: de ejendomme, der har en bygning, som planen udpeger eller nævner som fredet eller som kirke; eller alle ejendomme, der er.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>With a new id</source>
        <translation>Med nyt id</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>With another limit, each row also says what would change under it, such as 35 beside 30.</source>
        <translation>Med en anden grænse siger hver række også, hvad den ville ændre, f.eks. 35 ved siden af 30.</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>With another lokalplan</source>
        <translation>Med anden lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>With another outline</source>
        <translation>Med andet omrids</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help_of_one_tool.py"/>
        <source>With buildings the tool says which themes each of them lies in.</source>
        <translation>Med bygninger siger værktøjet, hvilke temaer hver af dem ligger i.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameter_help.py"/>
        <source>With fewer neighbours that can be compared, a person must look at the building.</source>
        <translation>Kan færre naboer sammenlignes, skal en fagperson vurdere bygningen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Within the limits</source>
        <translation>Inden for grænserne</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>Without a SAVE value</source>
        <translation>Uden SAVE-værdi</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Word files (*.docx)</source>
        <translation>Word-filer (*.docx)</translation>
    </message>
    <message>
        <location filename="../processing/tools/follow_designations.py"/>
        <source>Work list</source>
        <translation>Arbejdsliste</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_lokalplan.py"/>
        <source>Working paper on proposed cultural environments (Word)</source>
        <translation>Arbejdspapir om forslag til kulturmiljøer (Word)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Working table</source>
        <translation>Arbejdsskema</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>Working table (Excel)</source>
        <translation>Arbejdsskema (Excel)</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>Working table of an earlier run, with what was written in it</source>
        <translation>Arbejdsskema fra en tidligere kørsel med det, der er skrevet i det</translation>
    </message>
    <message>
        <location filename="../desktop/profile_menu.py"/>
        <source>Write a new profile for a municipality…</source>
        <translation>Skriv en ny profil for en kommune …</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>Write it so: {example}.</source>
        <translation>Skriv den sådan: {example}.</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Write the decision</source>
        <translation>Skriv beslutningen</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>Write the name of the environment.</source>
        <translation>Skriv kulturmiljøets navn.</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>Write the reason: the owner reads it, and the hearing asks for it.</source>
        <translation>Skriv begrundelsen: ejeren læser den, og høringen spørger efter den.</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>Write the source: where the decision was taken, such as the committee and the case number.</source>
        <translation>Skriv kilden: hvor beslutningen er truffet, f.eks. udvalget og sagsnummeret.</translation>
    </message>
    <message>
        <location filename="../core/designation/written.py"/>
        <source>Write your initials, at most {most} signs.</source>
        <translation>Skriv dine initialer, højst {most} tegn.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Writes for each property with a building that the plan names what applies to it.</source>
        <translation>Skriver for hver ejendom med en bygning, som planen nævner, hvad der gælder for den.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Writes the adopted designation as rows for GeoFA, and lists what changes and what is missing.</source>
        <translation>Skriver den vedtagne udpegning som rækker til GeoFA og nævner, hvad der ændres, og hvad der mangler.</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>Writes the plan's area and its delområder for upload in Plandata.dk, checked by the published rules.</source>
        <translation>Skriver planens område og delområder til upload i Plandata.dk, kontrolleret efter de offentliggjorte regler.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>Writes the plan's area and its parts for Plandata, with a sheet that leads through the delivery.</source>
        <translation>Skriver planens område og dele til Plandata, med et ark, der fører gennem afleveringen.</translation>
    </message>
    <message>
        <location filename="../processing/tools/property_sheet.py"/>
        <source>Writes what applies to one property, or to every one, on two A4 pages and as a web page.</source>
        <translation>Skriver, hvad der gælder for én ejendom eller for alle, på to A4-sider og som webside.</translation>
    </message>
    <message>
        <location filename="../desktop/decide.py"/>
        <source>Written into {file}. It holds from the next run.</source>
        <translation>Skrives i {file}. Det gælder fra næste kørsel.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>Year of construction</source>
        <translation>Opførelsesår</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>Years that count as alike</source>
        <translation>Forskel i opførelsesår, der tæller som ens (år)</translation>
    </message>
    <message>
        <location filename="../desktop/panel_roles.py"/>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Zone map (Plandata)</source>
        <translation>Zonekort (Plandata)</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>Zones (frames of the kommuneplan)</source>
        <translation>Åben-lav-områder (kommuneplanens rammer)</translation>
    </message>
    <message>
        <location filename="../processing/tools/check_plot_ratio.py"/>
        <source>Zones: detached housing (åben-lav)</source>
        <translation>Åben-lav-områder</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a date: year, month and day, such as 2027-01-31</source>
        <translation>en dato: år, måned og dag, f.eks. 2027-01-31</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a file to write, of the kind: {kinds}</source>
        <translation>en fil, der skal skrives, af typen: {kinds}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a file to write, such as C:/data/hoejde.tif</source>
        <translation>en fil, der skal skrives, f.eks. C:/data/hoejde.tif</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a file to write, such as C:/data/udpegning.gpkg</source>
        <translation>en fil, der skal skrives, f.eks. C:/data/udpegning.gpkg</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a folder to write into, such as C:/data/lokalplan</source>
        <translation>en mappe at skrive i, f.eks. C:/data/lokalplan</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a layer of the open project, or a file of layers such as C:/data/by.gpkg|layername=bygninger</source>
        <translation>et lag i det åbne projekt eller en fil med lag, f.eks. C:/data/by.gpkg|layername=bygninger</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a list of at least one layer of the open project, or file of layers</source>
        <translation>en liste med mindst ét lag i det åbne projekt eller én fil med lag</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a list of cells, row after row of {columns}</source>
        <translation>en liste af celler, række for række med {columns}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a number from {smallest} to {largest}</source>
        <translation>et tal fra {smallest} til {largest}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a number of at least {smallest}</source>
        <translation>et tal på mindst {smallest}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a raster layer of the open project, or a file such as C:/data/dtm.tif</source>
        <translation>et rasterlag i det åbne projekt eller en fil, f.eks. C:/data/dtm.tif</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a text</source>
        <translation>en tekst</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>a web page came in place of data</source>
        <translation>der kom en webside i stedet for data</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a whole number from {smallest} to {largest}</source>
        <translation>et helt tal fra {smallest} til {largest}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>a whole number of at least {smallest}</source>
        <translation>et helt tal på mindst {smallest}</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>an answer cannot be read as rows</source>
        <translation>et svar kan ikke læses som rækker</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>at {address}</source>
        <translation>på {address}</translation>
    </message>
    <message>
        <location filename="../desktop/group_view.py"/>
        <source>done: {done} of {all}</source>
        <translation>{done} af {all} er lavet</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>drawing and printing a map</source>
        <translation>tegning og udskrivning af et kort</translation>
    </message>
    <message>
        <location filename="../desktop/day_field.py"/>
        <source>empty: {day}</source>
        <translation>tom: {day}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>environment variable LYNGBY_HERITAGE_PROFILE</source>
        <translation>miljøvariablen LYNGBY_HERITAGE_PROFILE</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>fields of a layer</source>
        <translation>felter i et lag</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>lines or polygons</source>
        <translation>linjer eller flader</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>missing</source>
        <translation>mangler</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>no answer within {seconds} seconds</source>
        <translation>intet svar inden for {seconds} sekunder</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>no connection</source>
        <translation>ingen forbindelse</translation>
    </message>
    <message>
        <location filename="../desktop/asks_view.py"/>
        <source>no list</source>
        <translation>ingen liste</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>no profile was given</source>
        <translation>ingen profil er angivet</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>parameter PROFILE</source>
        <translation>parameteren PROFILE</translation>
    </message>
    <message>
        <location filename="../processing/tools/export_plandata.py"/>
        <source>planid that Plandata gave the plan (empty: a new plan)</source>
        <translation>planid, som Plandata gav planen (tomt: en ny plan)</translation>
    </message>
    <message>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>polygons</source>
        <translation>flader</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>the answer broke off</source>
        <translation>svaret blev afbrudt</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>the answer is no data</source>
        <translation>svaret er ikke data</translation>
    </message>
    <message>
        <location filename="../processing/fetch/files.py"/>
        <source>the file's checksum is another than the list says</source>
        <translation>filens kontrolsum er en anden, end listen siger</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>the name of one field of the layer</source>
        <translation>navnet på ét felt i laget</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>the number of a choice: {options}</source>
        <translation>nummeret på et valg: {options}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>the path of a file or folder that exists</source>
        <translation>stien til en fil eller mappe, der findes</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>the project</source>
        <translation>projektet</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>the proxy does not let it through; see Settings, Options, Network in QGIS</source>
        <translation>proxyen lader det ikke slippe igennem; se Indstillinger, Indstillinger …, Netværk i QGIS</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>the server's certificate is not trusted</source>
        <translation>serverens certifikat er ikke betroet</translation>
    </message>
    <message>
        <location filename="../processing/fetch/network.py"/>
        <source>the server's name is not known; is there a connection to the internet?</source>
        <translation>serverens navn kendes ikke; er der forbindelse til internettet?</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>the service gives nothing where it is known to have something either</source>
        <translation>tjenesten giver heller intet dér, hvor den vides at have noget</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>the service reports an error</source>
        <translation>tjenesten melder en fejl</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>the service says: {said}</source>
        <translation>tjenesten siger: {said}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>the tool that runs this one</source>
        <translation>det værktøj, der kører dette</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>to those who published the plugin</source>
        <translation>til dem, der har udgivet pluginet</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>true or false</source>
        <translation>true eller false</translation>
    </message>
    <message>
        <location filename="../processing/fetch/files.py"/>
        <source>what came is no zip</source>
        <translation>det, der kom, er ikke en zipfil</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>which is neither yes nor no</source>
        <translation>som hverken er ja eller nej</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>which is no date</source>
        <translation>som ikke er en dato</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>which is no whole number</source>
        <translation>som ikke er et helt tal</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>which is outside its range</source>
        <translation>som ligger uden for grænserne</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>which is too long</source>
        <translation>som er for lang</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>works</source>
        <translation>virker</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>writing a GeoPackage</source>
        <translation>skrivning af en GeoPackage</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>your setting in QGIS</source>
        <translation>din indstilling i QGIS</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{ALL_COUNT:,} designated by all {SCENARIO_COUNT:,} rules</source>
        <translation>{ALL_COUNT:,} udpeges efter alle {SCENARIO_COUNT:,} regler</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{ANSWER_COUNT:answer|answers}. {BUILDING_CHANGE_COUNT:building|buildings} changed.</source>
        <translation>{ANSWER_COUNT:svar|svar}. {BUILDING_CHANGE_COUNT:bygning|bygninger} ændret.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{ANSWER_COUNT:answer|answers}. {UNASSESSED_COUNT:,} to assess.</source>
        <translation>{ANSWER_COUNT:svar|svar}. {UNASSESSED_COUNT:,} at vurdere.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{CHANGED_COUNT:point|points} that led to another change</source>
        <translation>{CHANGED_COUNT:punkt|punkter} førte til en anden ændring</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{DECISION_COUNT:building|buildings} with a decision</source>
        <translation>{DECISION_COUNT:bygning|bygninger} med en beslutning</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{DEMOLISHED_COUNT:,} demolished</source>
        <translation>{DEMOLISHED_COUNT:,} nedrevet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{DESIGNATED_COUNT:,} of {BUILDING_COUNT:building|buildings} by the rules, listed ones and churches included</source>
        <translation>{DESIGNATED_COUNT:,} af {BUILDING_COUNT:bygning|bygninger} efter reglerne, fredede og kirker medregnet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{DESIGNATED_COUNT:,} of {BUILDING_COUNT:building|buildings} designated. {REVIEW_COUNT:,} to look at.</source>
        <translation>{DESIGNATED_COUNT:,} af {BUILDING_COUNT:bygning|bygninger} udpeget. {REVIEW_COUNT:,} til vurdering.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{EMPTY_COUNT:empty field|empty fields} that may be required</source>
        <translation>{EMPTY_COUNT:tomt felt|tomme felter}, der måske er {EMPTY_COUNT:=påkrævet|påkrævede}</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{ENDED_COUNT:row|rows} that no plan designates any more</source>
        <translation>{ENDED_COUNT:række|rækker}, som ingen plan udpeger mere</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{ERROR_COUNT:error|errors}, {WARNING_COUNT:warning|warnings}, {INFO_COUNT:,} to know of.</source>
        <translation>{ERROR_COUNT:fejl|fejl}, {WARNING_COUNT:advarsel|advarsler}, {INFO_COUNT:oplysning|oplysninger}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{EVENT_COUNT:event|events} on {FOLLOWED_COUNT:building|buildings}.</source>
        <translation>{EVENT_COUNT:hændelse|hændelser} blandt {FOLLOWED_COUNT:bygning|bygninger}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{GAP_COUNT:gap|gaps} to look at in the list</source>
        <translation>{GAP_COUNT:mangel|mangler} at se på i listen</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{GONE_COUNT:,} gone from the registers</source>
        <translation>{GONE_COUNT:,} væk fra registrene</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{GROUP_COUNT:cultural environment|cultural environments}</source>
        <translation>{GROUP_COUNT:kulturmiljø|kulturmiljøer}</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{LATE_COUNT:answer|answers} after the last day</source>
        <translation>{LATE_COUNT:svar|svar} efter sidste dag</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{LAYER_COUNT:layer|layers} put together.</source>
        <translation>{LAYER_COUNT:lag|lag} samlet.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{LEFT_OUT_COUNT:step|steps} left out: the report says why</source>
        <translation>{LEFT_OUT_COUNT:trin|trin} udeladt: rapporten siger hvorfor</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{LETTER_COUNT:letter|letters} on {HEARD_COUNT:property|properties}.</source>
        <translation>{LETTER_COUNT:brev|breve} om {HEARD_COUNT:ejendom|ejendomme}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{LOCAL_PLAN_COUNT:,} with another lokalplan</source>
        <translation>{LOCAL_PLAN_COUNT:,} med en anden lokalplan</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{MET_COUNT:point|points} met</source>
        <translation>{MET_COUNT:punkt|punkter} imødekommet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{MISSING_COUNT:designated building|designated buildings} without ground</source>
        <translation>{MISSING_COUNT:udpeget bygning|udpegede bygninger} uden jord i planens område</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{NEARBY_COUNT:property|properties} nearby to decide on</source>
        <translation>{NEARBY_COUNT:ejendom|ejendomme} i nærheden at tage stilling til</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{NEW_COUNT:new row|new rows}, {CHANGED_COUNT:changed row|changed rows}.</source>
        <translation>{NEW_COUNT:ny række|nye rækker}, {CHANGED_COUNT:ændret række|ændrede rækker}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{NEW_ID_COUNT:,} with a new id</source>
        <translation>{NEW_ID_COUNT:,} med et nyt id</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{NONE_COUNT:,} designated by none of them</source>
        <translation>{NONE_COUNT:,} udpeges ikke efter nogen af dem</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{NOT_HEARD_COUNT:property|properties} of which no owner gets a letter</source>
        <translation>{NOT_HEARD_COUNT:ejendom|ejendomme}, hvor ingen ejer får brev</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{NO_CONSEQUENCE_COUNT:point|points} without a change</source>
        <translation>{NO_CONSEQUENCE_COUNT:punkt|punkter} uden ændring</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{OTHER_VALUE_COUNT:,} of another value or listing</source>
        <translation>{OTHER_VALUE_COUNT:,} med en anden værdi eller fredning</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{OUTLINE_COUNT:,} with another outline</source>
        <translation>{OUTLINE_COUNT:,} med et andet omrids</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{PARTLY_COUNT:point|points} partly met</source>
        <translation>{PARTLY_COUNT:punkt|punkter} delvist imødekommet</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{PARTLY_HEARD_COUNT:property|properties} of which some owners get none</source>
        <translation>{PARTLY_HEARD_COUNT:ejendom|ejendomme}, hvor nogle ejere ikke får brev</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{RATIO_COUNT:,} over the plot ratio</source>
        <translation>{RATIO_COUNT:,} over bebyggelsesprocenten</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{REBUILT_COUNT:,} rebuilt</source>
        <translation>{REBUILT_COUNT:,} ombygget</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{SHEET_COUNT:sheet|sheets}.</source>
        <translation>{SHEET_COUNT:ark|ark}.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{SHORTENED_COUNT:sheet|sheets} that leave something out on paper</source>
        <translation>{SHORTENED_COUNT:ark|ark}, der udelader noget på papir</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{SWINGING_COUNT:,} of {BUILDING_COUNT:,} depend on the rule.</source>
        <translation>{SWINGING_COUNT:,} af {BUILDING_COUNT:,} afhænger af reglen.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{UNASSESSED_COUNT:point|points} without assessment or consequence</source>
        <translation>{UNASSESSED_COUNT:punkt|punkter} uden vurdering eller konsekvens</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{UNMATCHED_COUNT:row|rows} of the owners that match no property</source>
        <translation>{UNMATCHED_COUNT:række|rækker} med ejere, der ikke passer til nogen ejendom</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{UNSENT_COUNT:receiver|receivers} who cannot be reached</source>
        <translation>{UNSENT_COUNT:modtager|modtagere}, der ikke kan nås</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{UNTOUCHED_COUNT:row|rows} as before</source>
        <translation>{UNTOUCHED_COUNT:række|rækker} som før</translation>
    </message>
    <message>
        <location filename="../desktop/panel_delivery.py"/>
        <source>{UNWRITTEN_COUNT:row|rows} that could not be written</source>
        <translation>{UNWRITTEN_COUNT:række|rækker}, der ikke kunne skrives</translation>
    </message>
    <message>
        <location filename="../desktop/panel_steps.py"/>
        <source>{WITHHELD_COUNT:building|buildings} that the rules designate in no document, since the register keeps {WITHHELD_COUNT:=it|them} from the public</source>
        <translation>{WITHHELD_COUNT:bygning|bygninger}, som reglerne udpeger, står i intet dokument, fordi registret ikke offentliggør {WITHHELD_COUNT:=den|dem}</translation>
    </message>
    <message>
        <location filename="../desktop/panel_hearing.py"/>
        <source>{WITHOUT_PLACE_COUNT:point|points} about no building that was found</source>
        <translation>{WITHOUT_PLACE_COUNT:punkt, der ikke kan|punkter, der ikke kan} føres til en bygning</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/run.py"/>
        <source>{all:building|buildings}: {every:,} designated by all {scenarios} scenarios, {swinging:,} by some, {none:,} by none.</source>
        <translation>{all:bygning|bygninger}: {every:,} udpeget i alle {scenarios} scenarier, {swinging:,} i nogle, {none:,} ikke i noget.</translation>
    </message>
    <message>
        <location filename="../processing/tools/compare_designations.py"/>
        <source>{all:building|buildings}: {new:,} newly designated, {removed:,} no longer, {ground:,} on another ground, {kept:,} unchanged; designated {before:,} before and {after:,} after.</source>
        <translation>{all:bygning|bygninger}: {new:,} er kommet til, {removed:,} er gået ud, {ground:,} har skiftet grundlag, {kept:,} er uændret; {before:,} var udpeget før, og {after:,} er udpeget nu.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>{all:finding|findings}: {errors:error|errors}, {warnings:warning|warnings}, {notes:piece|pieces} of information.</source>
        <translation>{all} fund: {errors} fejl, {warnings:advarsel|advarsler}, {notes:oplysning|oplysninger}.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/run.py"/>
        <source>{count:answer carries|answers carry} a decision on a building (beslutning), and AFTER was not given: nothing says whether it was carried out. Give AFTER, the buildings as classifybuildings designated them with OUTPUT_DECISIONS.</source>
        <translation>{count:svar har|svar har} en beslutning om en bygning (beslutning), og AFTER er ikke angivet: intet viser, om den er fulgt. Angiv i AFTER bygningerne, udpeget igen med OUTPUT_DECISIONS.</translation>
    </message>
    <message>
        <location filename="../core/white_book/carried_over.py"/>
        <source>{count:answer says|answers say} something else than when {count:=it was|they were} assessed, so that assessment is not carried over: {answers}. Assess {count:=it|them} anew.</source>
        <translation>{count:svar siger|svar siger} noget andet, end da {count:=det|de} blev vurderet, så den vurdering er ikke ført over: {answers}. Vurdér {count:=det|dem} igen.</translation>
    </message>
    <message>
        <location filename="../core/white_book/carried_over.py"/>
        <source>{count:answer was|answers were} assessed before and {count:=is|are} not in ANSWERS: {answers}. Was {count:=it|one of them} withdrawn, or is the extract not whole?</source>
        <translation>{count:svar er|svar er} vurderet før og findes ikke i ANSWERS: {answers}. Er {count:=det|et af dem} trukket tilbage, eller er udtrækket ikke helt?</translation>
    </message>
    <message>
        <location filename="../core/landscape/notes.py"/>
        <source>{count:building id stands|building ids stand} on more than one row; each row is judged by its own geometry.</source>
        <translation>{count:bygnings-id|bygnings-id'er} står på mere end én række; hver række er bedømt på sin egen flade.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:building says|buildings say} neither yes nor no in the field 'udpeget', and {count:=is|are} not listed as designated: {examples}.</source>
        <translation>{count:bygning|bygninger} siger hverken ja eller nej i feltet »udpeget« og er ikke opført som {count:=udpeget|udpegede}: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:building that the register keeps from the public is|buildings that the register keeps from the public are} in the GeoPackage alone (offentlig = no), and on no map, in no document and not on the website: {examples}.</source>
        <translation>{count:bygning, som registret ikke viser for offentligheden, er|bygninger, som registret ikke viser for offentligheden, er} kun med i GeoPackagen (offentlig = nej) og ikke på kort, i dokumenter eller på hjemmesiden: {examples}.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>{count:building|buildings} fewer than the run had.</source>
        <translation>{count:bygning|bygninger} færre end ved kørslen.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>{count:building|buildings} fewer than where the sliders began.</source>
        <translation>{count:bygning|bygninger} færre end dér, hvor skyderne begyndte.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>{count:building|buildings} more than the run had.</source>
        <translation>{count:bygning|bygninger} flere end ved kørslen.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>{count:building|buildings} more than where the sliders began.</source>
        <translation>{count:bygning|bygninger} flere end dér, hvor skyderne begyndte.</translation>
    </message>
    <message>
        <location filename="../core/neighbourhood/property_notes.py"/>
        <source>{count:building|buildings} of flats {count:=has|have} neighbours that are buildings of flats with another property id. Where the ids are those of flats (ejerlejligheder), blocks of one property count as one another's neighbours. Give PARCELS, or name the field with the property's own number.</source>
        <translation>{count:bygning|bygninger} med etageboliger har naboer af samme slags med et andet ejendomsnummer. Er numrene ejerlejligheders, regnes blokke på samme ejendom for hinandens naboer. Angiv PARCELS, eller feltet med ejendommens eget nummer.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{count:building|buildings} without a designation, a value and a row {count:=gets|get} none.</source>
        <translation>{count:bygning|bygninger} uden udpegning, værdi og række får ingen række.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:code|codes} in the field 'udpegning' {count:=is|are} not known to this version: {examples}.</source>
        <translation>{count:kode|koder} i feltet »udpegning« kendes ikke af denne version: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{count:common parcel has its|common parcels have their} several properties from {table}.</source>
        <translation>{count:fælleslod|fælleslodder} har {count:=sine|deres} ejendomme fra {table}.</translation>
    </message>
    <message>
        <location filename="../core/plan/published_sources.py"/>
        <source>{count:decision is|decisions are} published with {count:=its|their} source (kilde), as it is written: on the website, in the open data, the documents and the annexes.</source>
        <translation>{count:beslutning|beslutninger} offentliggøres med {count:=sin|deres} kilde, som den er skrevet: på hjemmesiden, i de åbne data, dokumenterne og bilagene.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/run.py"/>
        <source>{count:decision|decisions} of the hearing {count:=is|are} not carried out in {layer} (AFTER): {decisions}. Designate again with OUTPUT_DECISIONS as DECISIONS, or mend beslutning in the answers.</source>
        <translation>{count:beslutning|beslutninger} fra høringen er ikke fulgt i {layer} (AFTER): {decisions}. Udpeg igen med OUTPUT_DECISIONS som DECISIONS, eller ret beslutning i svarene.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:designated building has|designated buildings have} no address: {examples}.</source>
        <translation>{count:udpeget bygning|udpegede bygninger} har ingen adresse: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:designated building has|designated buildings have} no geometry, so {count:=it is|they are} in the annex but on no map: {examples}.</source>
        <translation>{count:udpeget bygning|udpegede bygninger} har ingen geometri, så {count:=den|de} står i bilaget, men ikke på noget kort: {examples}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>{count:designated building has|designated buildings have} no ground in the plan's area: see the sheet for which, and why.</source>
        <translation>{count:udpeget bygning har|udpegede bygninger har} ingen grund i planens område: arket siger hvilke, og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:designated building|designated buildings} that the register keeps from the public {count:=is|are} in no letter. Hear {count:=its owner|their owners} apart.</source>
        <translation>{count:udpeget bygning|udpegede bygninger}, som registret ikke offentliggør, er ikke i noget brev. Hør {count:=dens ejer|deres ejere} for sig.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/plandata_run.py"/>
        <source>{count:field stands|fields stand} empty and may be required: {fields}.</source>
        <translation>{count:felt er tomt|felter er tomme} og måske {count:=påkrævet|påkrævede}: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/files.py"/>
        <source>{count:file is|files are} listed, none of them whole and of the municipality</source>
        <translation>listen har {count:fil|filer}, men ingen hel fil for kommunen</translation>
    </message>
    <message>
        <location filename="../processing/collect/terrain_tiles.py"/>
        <source>{count:file is|files are} of the surface model (DSM: roofs and trees) and not used as terrain: {first}. Terrain is DTM.</source>
        <translation>{count:fil er|filer er} fra overflademodellen (DSM: tage og træer) og bruges ikke som terræn: {first}. Terræn er DTM.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>{count:file|files} in the folder had been changed, or {count:=was|were} not made by this tool: kept as {names}.</source>
        <translation>{count:fil|filer} i mappen var rettet, eller var ikke lavet af dette værktøj: gemt som {names}.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{count:file|files} of the earlier package that this one does not hold {count:=was|were} removed: {names}.</source>
        <translation>{count:fil|filer} fra den tidligere pakke, som denne ikke indeholder, er fjernet: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>{count:geometry is|geometries are} of another kind than {count:=its layer; the row is|their layer; the rows are} in the package without a geometry.</source>
        <translation>{count:geometri|geometrier} er af en anden slags end {count:=sit lag; rækken|deres lag; rækkerne} er med i pakken uden geometri.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:id|ids} of nine digits got back the 0 that a spreadsheet takes.</source>
        <translation>{count:id|id'er} på ni cifre har fået det 0 igen, som et regneark tager.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:invalid geometry was|invalid geometries were} repaired for the computation; the package keeps {count:=it|them}.</source>
        <translation>{count:ugyldig geometri|ugyldige geometrier} er repareret til beregningen; i pakken står {count:=den|de} uændret.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count:invalid geometry|invalid geometries} of {layer} {count:=was|were} repaired.</source>
        <translation>{count:ugyldig geometri|ugyldige geometrier} i {layer} er repareret.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>{count:layer is|layers are} not known: {layers}. What is not known is not the same as nothing. The table {table} says why of each.</source>
        <translation>{count:lag|lag} kendes ikke: {layers}. At noget ikke kendes, er ikke det samme som, at der intet er. Tabellen {table} siger for hvert hvorfor.</translation>
    </message>
    <message>
        <location filename="../desktop/panel_state.py"/>
        <source>{count:layer|layers}</source>
        <translation>{count:lag|lag}</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:listed building stands|listed buildings stand} apart from the designated ones, outside the provisions.</source>
        <translation>{count:fredet bygning|fredede bygninger} står for sig, adskilt fra de udpegede og uden for bestemmelserne.</translation>
    </message>
    <message>
        <location filename="../processing/export/plan_reader.py"/>
        <source>{count:lokalplan is|lokalplaner are} left out: a proposal, cancelled, or not yet in force.</source>
        <translation>{count:lokalplan er|lokalplaner er} udeladt: forslag, aflyst eller endnu ikke i kraft.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:number|numbers} of an earlier plan {count:=is|are} not in use any more, since this one does not name {count:=its building|their buildings}: {examples}. No other building gets {count:=it|them}, and annex 1 of the provisions names {count:=it|them}.</source>
        <translation>{count:nummer|numre} i en tidligere plan bruges ikke længere, da denne plan ikke nævner {count:=bygningen|bygningerne}: {examples}. {count:=Nummeret|Numrene} gives ikke til andre bygninger og er nævnt i bilag 1 til bestemmelserne.</translation>
    </message>
    <message>
        <location filename="../processing/export/building_notes.py"/>
        <source>{count:of them is|of them are} designated (listed buildings and churches not counted), and a plan that does not name a building cannot bind its owner: {examples}. Have the register corrected, or leave them out of the plan by a decision.</source>
        <translation>{count:af dem er udpeget|af dem er udpeget} (fredede bygninger og kirker er ikke talt med), og en plan, der ikke nævner en bygning, kan ikke binde dens ejer: {examples}. Få registret rettet, eller hold dem ude af planen ved en beslutning.</translation>
    </message>
    <message>
        <location filename="../core/plan/neighbour_pairs.py"/>
        <source>{count:pair|pairs} of neighbours in PAIRS {count:=is|are} of a building that BUILDINGS does not have: were both made by the same run of 'Designate buildings'?</source>
        <translation>{count:nabopar|nabopar} i PAIRS er af en bygning, som BUILDINGS ikke har: Er begge lag lavet i samme kørsel af »Udpeg bevaringsværdige bygninger«?</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{count:parcel has|parcels have} no BFE number, for {table} does not tell {count:=its|their} property: {examples}.</source>
        <translation>{count:jordstykke|jordstykker} har intet BFE-nummer, for {table} oplyser ikke {count:=dets|deres} ejendom: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{count:parcel has|parcels have} no district's name, for {table} does not tell it: {examples}.</source>
        <translation>{count:jordstykke|jordstykker} mangler ejerlavets navn, for {table} oplyser det ikke: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{count:parcel has|parcels have} no registered area: {examples}.</source>
        <translation>{count:jordstykke|jordstykker} har intet registreret areal: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{count:parcel is|parcels are} drawn with less than {least} or more than {most} of the registered area: {examples}. Registered areas are what the plot ratio counts; look at {count:=it|the largest differences}.</source>
        <translation>{count:jordstykke|jordstykker} er tegnet med mindre end {least} eller mere end {most} gange det registrerede areal: {examples}. Bebyggelsesprocenten regnes af det registrerede areal; se på {count:=det|de største forskelle}.</translation>
    </message>
    <message>
        <location filename="../core/neighbourhood/property_notes.py"/>
        <source>{count:parcel|parcels} of {layer} {count:=says|say} no property; each is taken for one by itself.</source>
        <translation>{count:jordstykke|jordstykker} i {layer} har ingen ejendom; hvert regnes for en ejendom for sig.</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo is|photos are} of buildings that the register keeps from the public, and left out: {names}.</source>
        <translation>{count:foto|fotos} er af bygninger, som registret holder uden for offentligheden, og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo is|photos are} shown on the website.</source>
        <translation>{count:foto|fotos} er vist på hjemmesiden.</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo|photos} in {folder} cannot be read, and {count:=is|are} left out: {names}.</source>
        <translation>{count:foto|fotos} i {folder} kan ikke læses og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo|photos} in {folder} may be of several buildings by {count:=its name|their names}, and {count:=is|are} left out: {names}.</source>
        <translation>{count:foto|fotos} i {folder} kan efter navnet være af flere bygninger og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo|photos} in {folder} {count:=has|have} no building, and {count:=is|are} left out: {names}. A photo is named by the building's id (bygning_id).</source>
        <translation>{count:foto|fotos} i {folder} hører ikke til nogen bygning og er udeladt: {names}. Et foto skal hedde bygningens id (bygning_id).</translation>
    </message>
    <message>
        <location filename="../core/plan/photos.py"/>
        <source>{count:photo|photos} in {folder} {count:=is|are} of a building that has one already, and left out: {names}.</source>
        <translation>{count:foto|fotos} i {folder} er af en bygning, der allerede har et, og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/run.py"/>
        <source>{count:point has|points have} no summary (resume): the public version has an empty place for it, since the answers' own words stand in the internal version only.</source>
        <translation>{count:punkt|punkter} har ikke noget resumé (resume): Den offentlige udgave har en tom plads til det, for svarenes egne ord står kun i den interne udgave.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:property has|properties have} no number in the plan's layers, so no row of OWNERS can name {count:=it|them}: make the plan with PARCELS that state the property, or with ejendom_id of the buildings.</source>
        <translation>{count:ejendom har|ejendomme har} intet nummer i planens lag, så ingen række i OWNERS kan nævne {count:=den|dem}: Lav planen med PARCELS, der oplyser ejendommen, eller med bygningernes ejendom_id.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:property lacks|properties lack} a letter to an owner: see the sheet Mangler in hoering_regnskab.xlsx for which, and why.</source>
        <translation>{count:ejendom mangler|ejendomme mangler} et brev til en ejer: se arket Mangler i hoering_regnskab.xlsx for hvilke og hvorfor.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:property|properties} of NEIGHBOURS {count:=is|are} not among those within NEARBY of a property that is heard, and {count:=gets|get} no letter. Choose a larger NEARBY.</source>
        <translation>{count:ejendom|ejendomme} i NEIGHBOURS er ikke blandt dem inden for NEARBY af en ejendom, der høres, og får intet brev. Vælg et større NEARBY.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/run.py"/>
        <source>{count:reading|readings} of the layers for {scenarios} scenarios.</source>
        <translation>{count:læsning|læsninger} af lagene til {scenarios} scenarier.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:receiver|receivers} cannot be reached: no id for digital post, and no address.</source>
        <translation>{count:modtager|modtagere} kan ikke nås: intet id til digital post og ingen adresse.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:row has|rows have} a role that is not known, and {count:=is|are} heard as a user: see the sheet Bør kontrolleres.</source>
        <translation>{count:række|rækker} har en rolle, der ikke kendes, og er hørt som bruger: se arket Bør kontrolleres.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:row is|rows are} of properties that the plan does not touch.</source>
        <translation>{count:række|rækker} gælder ejendomme, som planen ikke berører.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:row repeats|rows repeat} another, and {count:=leads|lead} to no second letter.</source>
        <translation>{count:række gentager|rækker gentager} en anden og fører ikke til endnu et brev.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>{count:row|rows} came twice, so others may be missing</source>
        <translation>{count:række|rækker} kom to gange, så andre kan mangle</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{count:row|rows} could not be written; the list says what to do.</source>
        <translation>{count:række|rækker} kunne ikke skrives; listen siger, hvad der skal gøres.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{count:row|rows} of OWNERS {count:=matches|match} no property in the plan's layers: see the sheet 'I udtrækket, men uden brev'.</source>
        <translation>{count:række|rækker} i OWNERS passer ikke til nogen ejendom i planens lag: se arket »I udtrækket, men uden brev«.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{count:row|rows} of SOURCE_6205 {count:=is an earlier version|are earlier versions}, left out.</source>
        <translation>{count:række|rækker} i SOURCE_6205 er {count:=en tidligere version|tidligere versioner} og udeladt.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{count:row|rows} of the list of gaps {count:=is|are} for a person to look at; see the table mangler and the sheet Mangler.</source>
        <translation>{count:række|rækker} på listen over mangler skal kontrolleres af et menneske; se tabellen mangler og arket Mangler.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count:row|rows} of {layer} {count:=has|have} no usable geometry and {count:=counts|count} for nothing.</source>
        <translation>{count:række|rækker} i {layer} har ingen brugbar geometri og regnes ikke med.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>{count:sheet leaves|sheets leave} something out on paper, and {count:=says|say} where it stands.</source>
        <translation>{count:ark udelader|ark udelader} noget på papir og siger, hvor det står.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>{count:sheet takes|sheets take} more than {most} pages, whatever was left out: {files}.</source>
        <translation>{count:ark fylder|ark fylder} mere end {most} sider, uanset hvad der er udeladt: {files}.</translation>
    </message>
    <message>
        <location filename="../core/plan/published_sources.py"/>
        <source>{count:source seems|sources seem} to be a letter, a message or a talk with a person, and everybody will read {count:=it|them} as written ({examples}). Read kilde before the plan is published, name no person there but the paper or the case, correct it in the layer of decisions, and make the plan again.</source>
        <translation>{count:kilde ligner|kilder ligner} et brev, en besked eller en samtale med en person, og alle kommer til at læse {count:=den, som den|dem, som de} er skrevet ({examples}). Læs kilderne igennem, før planen offentliggøres, skriv papiret eller sagen og ingen person, ret det i laget med beslutninger, og lav planen igen.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{count:terrain tile covers|terrain tiles cover} only a part of {count:=its|their} square kilometre: {files}. Where there are no heights no valley is found.</source>
        <translation>{count:terrænflise dækker|terrænfliser dækker} kun en del af {count:=sin|deres} kvadratkilometer: {files}. Hvor der ingen højder er, findes ingen dal.</translation>
    </message>
    <message>
        <location filename="../core/landscape/changes.py"/>
        <source>{count:theme is|themes are} not compared, for the file of the earlier designation holds nothing of {count:=it|them}; nothing of {count:=it|them} is counted as new: {themes}.</source>
        <translation>{count:tema|temaer} er ikke sammenlignet, fordi filen med den tidligere udpegning intet indeholder om {count:=det|dem}; intet af {count:=det|dem} er talt som nyt: {themes}.</translation>
    </message>
    <message>
        <location filename="../core/landscape/changes.py"/>
        <source>{count:theme was|themes were} not compared with the earlier designation, for no layer tells what {count:=it is|they are} now; nothing of them is counted as gone: {themes}.</source>
        <translation>{count:tema|temaer} er ikke sammenlignet med den tidligere udpegning, fordi intet lag siger, hvad {count:=det|de} er nu; intet af dem er talt som udgået: {themes}.</translation>
    </message>
    <message>
        <location filename="../processing/export/run.py"/>
        <source>{count} cultural environments are more than the {most} map sheets allowed: the sheets are a grid instead.</source>
        <translation>Forslagene til kulturmiljøer ({count}) er flere end de {most} kortblade, der må være: kortbladene er lagt i et net i stedet.</translation>
    </message>
    <message>
        <location filename="../core/neighbourhood/property_notes.py"/>
        <source>{count} of them {count:=has|have} such a neighbour on the same property by its BBR number (bbrnummer), so that their property ids are probably those of flats: a person must look at what they decide.</source>
        <translation>{count} af dem har sådan en nabo på samme ejendom efter bbrnummer, så deres ejendomsnumre er formentlig ejerlejligheders: se på, hvad de er med til at afgøre.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} of {rows:row|rows} of {layer} {count:=lies|lie} outside the terrain model and {count:=counts|count} for nothing.</source>
        <translation>{count} af {rows:række|rækker} i {layer} ligger uden for terrænmodellen og regnes ikke med.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{count} of {rows:row|rows} of {layer} {count:=lies|lie} partly outside the terrain model, or where it has no heights: the valley is found as far as the model goes.</source>
        <translation>{count} af {rows:række|rækker} i {layer} ligger delvis uden for terrænmodellen, eller hvor den ingen højder har: dalen findes så langt, modellen rækker.</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings_log.py"/>
        <source>{designated:,} of {all:building|buildings} designated: {high:,} by value {high_values}, {uniform:,} of value {neighbour_value} and {by_decision:,} by decision. {kept_out:,} kept out by decision; {review:,} must be looked at.</source>
        <translation>{designated:,} af {all:bygning|bygninger} udpeges: {high:,} på værdi {high_values}, {uniform:,} med værdi {neighbour_value} og {by_decision:,} ved særskilt beslutning. {kept_out:,} er fravalgt ved særskilt beslutning, og {review:,} skal vurderes af en fagperson.</translation>
    </message>
    <message>
        <location filename="../desktop/thresholds_view.py"/>
        <source>{designated} of {all:building|buildings} of value {neighbour_value}: designated. To be assessed: {review}.</source>
        <translation>{designated} af {all:bygning|bygninger} med værdi {neighbour_value} udpeges. Til vurdering: {review}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>{designations:designation|designations} in {themes:theme|themes} from {rows:row|rows} of {layers:layer|layers}.</source>
        <translation>{designations:udpegning|udpegninger} i {themes:tema|temaer} af {rows:række|rækker} i {layers:lag|lag}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>{ensembles:ensemble|ensembles} proposed, with {members:,} of {all:main building|main buildings}.</source>
        <translation>{ensembles:område|områder} foreslås, med {members:,} af {all:hovedbygning|hovedbygninger}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/terrain_tiles.py"/>
        <source>{file} cannot be opened ({why}), and its terrain is not used. Fetch it again.</source>
        <translation>{file} kan ikke åbnes ({why}), og dens terræn bruges ikke. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} cannot be opened: another program has locked it, or you may not read it. Close it there, or ask who owns it.</source>
        <translation>{file} kan ikke åbnes: et andet program har låst filen, eller du har ikke adgang til den. Luk den dér, eller spørg den, der ejer den.</translation>
    </message>
    <message>
        <location filename="../processing/collect/addresses.py"/>
        <source>{file} cannot be opened: it is damaged, or not what its name says. Download it again, or remove it.</source>
        <translation>{file} kan ikke åbnes: den er beskadiget, eller ikke det, som navnet siger. Hent den igen, eller fjern den.</translation>
    </message>
    <message>
        <location filename="../processing/collect/gml.py"/>
        <source>{file} cannot be read as GML ({said}). Fetch it again.</source>
        <translation>{file} kan ikke læses som GML ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>{file} cannot be read or written: {error}. See that it is there, that you may use it and that no other program holds it. Nothing was written.</source>
        <translation>{file} kan ikke læses eller skrives: {error}. Se efter, at den findes, at du må bruge den, og at intet andet program holder den. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} cannot be read: {said}.</source>
        <translation>{file} kan ikke læses: {said}.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file} cannot be written: the file or its folder is read-only, or another program holds it. Ask for the right to write there, or choose another folder.</source>
        <translation>{file} kan ikke skrives: filen eller dens mappe er skrivebeskyttet, eller et andet program holder den. Bed om ret til at skrive dér, eller vælg en anden mappe.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>{file} cannot be written: {error}. It was tried for {seconds} seconds, and nothing was changed. Close what has it open (QGIS, Excel, a PDF viewer), let OneDrive finish, or choose another name.</source>
        <translation>{file} kan ikke skrives: {error}. Det blev forsøgt i {seconds} sekunder, og intet er ændret. Luk de programmer, der har filen åben (QGIS, Excel, en PDF-viser), lad OneDrive blive færdig, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>{file} cannot be written: {error}. Not every earlier file could be put back in its place; they lie in {staging}. Close what has {file} open (QGIS, Excel, a PDF viewer) and run the tool again into the same folder: it puts them back first.</source>
        <translation>{file} kan ikke skrives: {error}. Ikke alle de tidligere filer kunne lægges tilbage på deres plads; de ligger i {staging}. Luk de programmer, der har {file} åben (QGIS, Excel, en PDF-viser), og kør værktøjet igen til den samme mappe: det lægger dem først tilbage.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/moving.py"/>
        <source>{file} cannot be written: {error}. Nothing was changed. Is the disk full?</source>
        <translation>{file} kan ikke skrives: {error}. Intet er ændret. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/sheet/paper.py"/>
        <source>{file} could not be written. Is the disk full?</source>
        <translation>{file} kunne ikke skrives. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file} could not be written: {error}</source>
        <translation>{file} kunne ikke skrives: {error}</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <location filename="../processing/collect/layer_writer.py"/>
        <location filename="../processing/fetch/network.py"/>
        <location filename="../processing/sample/gdal_files.py"/>
        <source>{file} could not be written: {error}. Is the disk full?</source>
        <translation>{file} kunne ikke skrives: {error}. Er disken fuld?</translation>
    </message>
    <message>
        <location filename="../processing/collect/xml_parsing.py"/>
        <source>{file} defines entities of its own (DOCTYPE), as a harmful file may and no register does. It is not read.</source>
        <translation>{file} definerer sine egne entiteter (DOCTYPE), som en skadelig fil kan gøre, og intet register gør. Den læses ikke.</translation>
    </message>
    <message>
        <location filename="../processing/collect/forms.py"/>
        <location filename="../processing/fetch/files.py"/>
        <location filename="../processing/fetch/pages.py"/>
        <source>{file} does not hold what its name says.</source>
        <translation>{file} indeholder ikke det, som navnet siger.</translation>
    </message>
    <message>
        <location filename="../processing/collect/shapes.py"/>
        <source>{file} does not say what its coordinates are in; they are degrees in Denmark, and so taken for {crs}.</source>
        <translation>{file} angiver ikke sit koordinatsystem; koordinaterne er grader i Danmark og læses derfor som {crs}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/layer_writer.py"/>
        <source>{file} has a layer {layer} already. Choose another name.</source>
        <translation>{file} har allerede et lag {layer}. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} has a password. Unpack the zip and give the folder.</source>
        <translation>{file} kræver adgangskode. Pak zip-filen ud, og angiv mappen.</translation>
    </message>
    <message>
        <location filename="../processing/export/maps_pdf.py"/>
        <source>{file} has no bookmarks, no language and no georeference: this QGIS writes PDF files in another way than is known here. Its pages are complete.</source>
        <translation>{file} er uden bogmærker, sprog og geografisk placering: denne QGIS skriver PDF-filer på en anden måde, end der er taget højde for. Siderne er fuldstændige.</translation>
    </message>
    <message>
        <location filename="../processing/collect/gml.py"/>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} has no layer {layer}. It has: {layers}.</source>
        <translation>{file} har intet lag {layer}. Den har: {layers}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} has no member {member}.</source>
        <translation>{file} indeholder ikke filen {member}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} has {count:line|lines} above its heading, which QGIS does not get past. Delete {count:=it|them}, or run the tool 'Collect data' (collectdata) on the file.</source>
        <translation>{file} har {count:linje|linjer} over sine overskrifter, som QGIS ikke kommer forbi. Slet {count:=den|dem}, eller kør værktøjet »Saml data« (collectdata) på filen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/ois_xml.py"/>
        <source>{file} holds no data, but the answer of a service that had none to give: {said}. Fetch it again.</source>
        <translation>{file} indeholder ingen data, men svaret fra en tjeneste, der ingen havde at give: {said}. Hent filen igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} is a folder, and a layer is wanted. Give one of its files: {files}.</source>
        <translation>{file} er en mappe, og her skal bruges et lag. Angiv en af filerne i den: {files}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} is a folder, and a layer is wanted. Give the file that the layer lies in, or run the tool 'Collect data' (collectdata) on the folder first.</source>
        <translation>{file} er en mappe, og her skal bruges et lag. Angiv den fil, laget ligger i, eller kør først værktøjet »Saml data« (collectdata) på mappen.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file} is being written by another program. Save or close it there, and write the decision again.</source>
        <translation>Et andet program er ved at skrive i {file}. Gem eller luk filen dér, og skriv beslutningen igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/gml.py"/>
        <source>{file} is damaged or cut off ({said}). Fetch it again.</source>
        <translation>{file} er beskadiget eller afkortet ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/ois_xml.py"/>
        <source>{file} is damaged or cut off after row {row} ({said}). Fetch it again.</source>
        <translation>{file} er beskadiget eller afkortet efter række {row} ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/json_records.py"/>
        <location filename="../processing/collect/layer_reader.py"/>
        <source>{file} is damaged or cut off after row {row}. Fetch it again.</source>
        <translation>{file} er beskadiget eller afkortet efter række {row}. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} is damaged or cut off. Fetch it again.</source>
        <translation>{file} er beskadiget eller afkortet. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <location filename="../processing/collect/geopackage_head.py"/>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} is empty.</source>
        <translation>{file} er tom.</translation>
    </message>
    <message>
        <location filename="../processing/collect/peek.py"/>
        <source>{file} is no GeoJSON with features. Fetch it again.</source>
        <translation>{file} er ikke GeoJSON med objekter. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file} is no GeoPackage that can be read. Put it aside under another name, and write the decision again.</source>
        <translation>{file} er ikke en GeoPackage, der kan læses. Læg den til side under et andet navn, og skriv beslutningen igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/geopackage_head.py"/>
        <source>{file} is no GeoPackage that can be read{said}: it is damaged, or the download broke off. Fetch it again.</source>
        <translation>{file} kan ikke læses som GeoPackage{said}: filen er beskadiget, eller hentningen blev afbrudt. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/xml_parsing.py"/>
        <source>{file} is no XML that can be read: {said}.</source>
        <translation>{file} kan ikke læses som XML: {said}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/shapefile_head.py"/>
        <source>{file} is no whole shapefile: it is damaged, or the download broke off. Fetch all of its parts (.shp, .shx, .dbf, .prj) again.</source>
        <translation>{file} er ikke en hel shapefil: filen er beskadiget, eller hentningen blev afbrudt. Hent alle dens dele (.shp, .shx, .dbf, .prj) igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} is no whole zip: it is damaged, or the download broke off. Fetch it again.</source>
        <translation>{file} er ikke en hel zip-fil: filen er beskadiget, eller hentningen blev afbrudt. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../desktop/panel.py"/>
        <location filename="../desktop/panel_waits.py"/>
        <source>{file} is not there any more.</source>
        <translation>{file} findes ikke mere.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: it cannot be read ({why}).</source>
        <translation>{file} bruges ikke som terræn: den kan ikke læses ({why}).</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: it has no coordinate reference system that is known. Set it to {expected} with the tool gdal:assignprojection, if that is what it is in.</source>
        <translation>{file} bruges ikke som terræn: den har intet kendt koordinatsystem. Sæt det til {expected} med værktøjet gdal:assignprojection, hvis det er det, den er i.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: it is in {crs}, and tiles of this name are in {expected}.</source>
        <translation>{file} bruges ikke som terræn: den er i {crs}, og fliser med dette navn er i {expected}.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: it is no raster of heights with north up and one band ({bands}).</source>
        <translation>{file} bruges ikke som terræn: den er ikke et raster af højder med nord opad og ét bånd ({bands}).</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: its cells ({own}) are not those of {count:other tile|other tiles} ({form}). Tiles of several kinds make no one model.</source>
        <translation>{file} bruges ikke som terræn: dens celler ({own}) er ikke som på {count:anden flise|andre fliser} ({form}). Fliser af flere slags bliver ikke til én model.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: its name says that it begins at N {north} km, E {east} km, and the file says N {found_north} m, E {found_east} m.</source>
        <translation>{file} bruges ikke som terræn: dens navn siger, at den begynder ved N {north} km, Ø {east} km, og filen siger N {found_north} m, Ø {found_east} m.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: the file is cut off, and its heights are not all there. Fetch it again.</source>
        <translation>{file} bruges ikke som terræn: filen er afbrudt, og dens højder er der ikke alle sammen. Hent den igen.</translation>
    </message>
    <message>
        <location filename="../core/registers/terrain_tiles.py"/>
        <source>{file} is not used as terrain: {newest} is of the same square kilometre and newer, or a copy of it.</source>
        <translation>{file} bruges ikke som terræn: {newest} er af samme kvadratkilometer og nyere, eller en kopi af den.</translation>
    </message>
    <message>
        <location filename="../processing/collect/geopackage_head.py"/>
        <source>{file} is open in another program, or was not closed: its last changes lie beside it in {wal} and are not seen. Close it there.</source>
        <translation>{file} er åben i et andet program eller blev ikke lukket: de sidste ændringer ligger ved siden af i {wal} og er ikke med. Luk filen dér.</translation>
    </message>
    <message>
        <location filename="../processing/collect/contents.py"/>
        <source>{file} is packed in a way that is not read ({said}). Unpack the zip and give the folder.</source>
        <translation>{file} er pakket på en måde, som ikke kan læses ({said}). Pak zip-filen ud, og angiv mappen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/other_head.py"/>
        <source>{file} is there, but damaged, cut off or no file of layers ({said}). Fetch it again.</source>
        <translation>{file} er der, men er beskadiget, afkortet eller ingen fil med lag ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/unopened.py"/>
        <source>{file} is written in UTF-16. Save it as CSV UTF-8.</source>
        <translation>{file} er skrevet i UTF-16. Gem den som CSV UTF-8.</translation>
    </message>
    <message>
        <location filename="../processing/collect/shapefile_head.py"/>
        <source>{file} lacks its .dbf, in which everything but the outlines stands. Fetch all of its parts (.shp, .shx, .dbf, .prj).</source>
        <translation>{file} mangler sin .dbf, som indeholder alt andet end omridsene. Hent alle dele (.shp, .shx, .dbf, .prj).</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>{file} should hold the roles that were chosen before, and cannot be read ({error}). Mend or delete it.</source>
        <translation>{file} skulle indeholde de roller, der blev valgt før, og kan ikke læses ({error}). Ret eller slet den.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/staging.py"/>
        <source>{file} was changed by another program while the tool ran, and a layer was to be added to it. Nothing was changed. Run the tool again.</source>
        <translation>{file} blev ændret af et andet program, mens værktøjet kørte, og der skulle lægges et lag i filen. Intet er ændret. Kør værktøjet igen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/survey.py"/>
        <source>{file} was put together from such data before, and is not used beside them. To use it, give it alone.</source>
        <translation>{file} er samlet af den slags data før og er ikke brugt ved siden af dem. Skal den bruges, så angiv den alene.</translation>
    </message>
    <message>
        <location filename="../core/delivery/groups.py"/>
        <source>{file}: a field of theme 6204 would be filled from {unknown}; a decision on a cultural environment has {known}. Correct the file in the profile.</source>
        <translation>{file}: et felt i tema 6204 ville blive fyldt fra {unknown}; en beslutning om et kulturmiljø har {known}. Ret filen i profilen.</translation>
    </message>
    <message>
        <location filename="../core/delivery/geofa_rows.py"/>
        <source>{file}: a new row would get {field} = {value}, and GeoFA's field takes {allowed}. Correct the file in the profile.</source>
        <translation>{file}: en ny række ville få {field} = {value}, og GeoFA's felt tillader {allowed}. Ret filen i profilen.</translation>
    </message>
    <message>
        <location filename="../core/designation/chosen_values.py"/>
        <source>{file}: high_values is {high} and neighbour_value is {neighbour}. Give one or more of the SAVE values 1 to 9 as high_values, and another one as neighbour_value.</source>
        <translation>{file}: high_values er {high}, og neighbour_value er {neighbour}. Angiv en eller flere af SAVE-værdierne 1 til 9 som high_values og en anden af dem som neighbour_value.</translation>
    </message>
    <message>
        <location filename="../processing/collect/json_records.py"/>
        <source>{file}: row {row} is no record with names and values but {value}.</source>
        <translation>{file}: række {row} er ikke en post med navne og værdier, men {value}.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>{file}: the field {field} of {layer} is {value}, but it takes a value such as {expected}. Correct it in the profile.</source>
        <translation>{file}: feltet {field} i {layer} er {value}, men skal have en værdi som {expected}. Ret det i profilen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/zips.py"/>
        <source>{file}: the file {member} in it would be unpacked outside the folder, as only a harmful zip asks for. It is not read.</source>
        <translation>{file}: filen {member} i den ville blive pakket ud uden for mappen, som kun en skadelig zip-fil beder om. Den læses ikke.</translation>
    </message>
    <message>
        <location filename="../processing/collect/shapes.py"/>
        <source>{file}: the geometry of {count:row|rows} cannot be read ({rows:row|rows}); {count:=it is|they are} kept without. Fetch the file again, or correct {count:=it|them}.</source>
        <translation>{file}: geometrien i {count:række|rækker} kan ikke læses (række {rows}); {count:=den er beholdt|de er beholdt} uden geometri. Hent filen igen, eller ret {count:=den|dem}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/layer_writer.py"/>
        <source>{file}: the layer {layer} has more than {count:field|fields}, which a GeoPackage cannot hold.</source>
        <translation>{file}: laget {layer} har mere end {count:felt|felter}, og så mange kan en GeoPackage ikke indeholde.</translation>
    </message>
    <message>
        <location filename="../core/report/dial_page.py"/>
        <source>{file}: the preset {name} gives {settings}, which cannot be moved in the report. Give parameters of classifybuildings that can ({known}), and VALUE4_RULE as one of {rules}.</source>
        <translation>{file}: {name} angiver {settings}, som ikke kan flyttes i rapporten. Angiv parametre til classifybuildings, der kan ({known}), og VALUE4_RULE som en af {rules}.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file}: the table {table} calls its field {column} '{name}'. Rename the field to {column} in QGIS, so that old and new decisions stand in one column.</source>
        <translation>{file}: tabellen {table} kalder sit felt {column} »{name}«. Omdøb feltet til {column} i QGIS, så gamle og nye beslutninger står i samme kolonne.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file}: the table {table} has no field {column} (known as {aliases}). Its fields are: {fields}.</source>
        <translation>{file}: tabellen {table} har intet felt {column} (kendt som {aliases}). Dens felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/decisions/file.py"/>
        <source>{file}: the table {table} is in EPSG:{theirs}, and the environment in {ours}. Save the table in {ours} in QGIS under the same name.</source>
        <translation>{file}: tabellen {table} er i EPSG:{theirs}, og kulturmiljøet i {ours}. Gem tabellen i {ours} i QGIS under samme navn.</translation>
    </message>
    <message>
        <location filename="../core/web/words.py"/>
        <source>{file}: the text '{key}' must have one for each of {languages}.</source>
        <translation>{file}: teksten '{key}' skal have én på hvert af sprogene {languages}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/delimited.py"/>
        <source>{file}: the text cannot be read after row {row} ({said}). Fetch it again.</source>
        <translation>{file}: teksten kan ikke læses efter række {row} ({said}). Hent den igen.</translation>
    </message>
    <message>
        <location filename="../processing/export/environment_paper.py"/>
        <source>{file}: {count:proposal|proposals} for cultural environments, for people to assess.</source>
        <translation>{file}: {count:forslag|forslag} til kulturmiljøer, som en fagperson skal vurdere.</translation>
    </message>
    <message>
        <location filename="../processing/collect/shapes.py"/>
        <source>{file}: {count:row has|rows have} a geometry of another kind than the first and {count:=is|are} kept without ({rows:row|rows}).</source>
        <translation>{file}: {count:række|rækker} har en geometri af en anden slags end den første og er beholdt uden geometri (række {rows}).</translation>
    </message>
    <message>
        <location filename="../processing/collect/delimited.py"/>
        <source>{file}: {count:row has|rows have} more or fewer cells than the heading ({rows:row|rows}): is a text cut off, or does it hold the delimiter without quotes round it? Look into {count:=it|them}.</source>
        <translation>{file}: {count:række|rækker} har flere eller færre celler end overskriften (række {rows}): er en tekst afkortet, eller indeholder den skilletegnet uden anførselstegn om? Se efter i {count:=den|dem}.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>{file}: {layer} has izonereg = false, so the plan regulates the zone, and zone has to be {allowed}. It is {value}.</source>
        <translation>{file}: {layer} har izonereg = false, så planen regulerer zone, og zone skal være {allowed}. Den er {value}.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_fields.py"/>
        <source>{file}: {layer} has {field} = {value}, but {switch} = true says that the plan does not regulate it. Leave {field} empty, or set {switch} to false.</source>
        <translation>{file}: {layer} har {field} = {value}, men {switch} = true siger, at planen ikke regulerer det. Lad {field} være tomt, eller sæt {switch} til false.</translation>
    </message>
    <message>
        <location filename="../processing/collect/zips.py"/>
        <source>{file}: {member} in it has a password. Unpack the zip, and give the folder.</source>
        <translation>{file}: {member} i den kræver adgangskode. Pak zip-filen ud, og angiv mappen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/zips.py"/>
        <source>{file}: {member} in it is packed itself. Unpack {file} first, and give the folder.</source>
        <translation>{file}: {member} i den er selv pakket. Pak først {file} ud, og angiv mappen.</translation>
    </message>
    <message>
        <location filename="../processing/collect/zips.py"/>
        <source>{file}: {member} takes {needed:,} MB unpacked, and {folder} has {free:,} MB free. Make room, or delete the zip if you do not know where it comes from.</source>
        <translation>{file}: {member} fylder {needed:,} MB udpakket, og {folder} har {free:,} MB ledig plads. Skaf plads, eller slet zip-filen, hvis du ikke ved, hvor den kommer fra.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{floors:valley floor|valley floors} ({floor_ha} ha), {sides:side|sides} ({side_ha} ha), {side_valleys:side valley|side valleys} ({side_valley_ha} ha). It is a proposal: look at it on the map.</source>
        <translation>{floors:dalbund|dalbunde} ({floor_ha} ha), {sides:dalside|dalsider} ({side_ha} ha), {side_valleys:sidedal|sidedale} ({side_valley_ha} ha). Det er et forslag: se på det på kortet.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_notes.py"/>
        <source>{followed:building|buildings} of the plan followed, {all:event|events}: {nedrevet:,} demolished, {vaek:,} gone, {ombygget:,} rebuilt, {anden_vaerdi:,} of another value or listing, {lokalplan:,} of lokalplaner, {andet_omrids:,} of another outline, {nyt_id:,} with a new id, {procent:,} over the plot ratio. Nothing is changed in the plan.</source>
        <translation>{followed:bygning|bygninger} i planen er fulgt, {all:hændelse|hændelser}: {nedrevet:,} nedrevet, {vaek:,} væk, {ombygget:,} ombygget, {anden_vaerdi:,} med anden værdi eller fredning, {lokalplan:,} om lokalplaner, {andet_omrids:,} med andet omrids, {nyt_id:,} med nyt id, {procent:,} over bebyggelsesprocenten. Intet er ændret i planen.</translation>
    </message>
    <message>
        <location filename="../core/hearing/deadlines.py"/>
        <source>{from} is no working day ({why}), so the last day for answers is moved to {last}.</source>
        <translation>{from} er ikke en hverdag ({why}), så sidste dag for svar er flyttet til {last}.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>{later} ({second}) is before {earlier} ({first}). Correct one of the two dates.</source>
        <translation>{later} ({second}) ligger før {earlier} ({first}). Ret en af de to datoer.</translation>
    </message>
    <message>
        <location filename="../processing/collect/run.py"/>
        <source>{layers:layer|layers} written. Missing: {missing}. Not recognised: {unknown}.</source>
        <translation>{layers:lag|lag} er skrevet. Mangler: {missing}. Ikke kendt: {unknown}.</translation>
    </message>
    <message>
        <location filename="../processing/collect/run.py"/>
        <source>{layers:layer|layers} written. Nothing is missing. Not recognised: {unknown}.</source>
        <translation>{layers:lag|lag} er skrevet. Intet mangler. Ikke kendt: {unknown}.</translation>
    </message>
    <message>
        <location filename="../core/white_book/carried_over.py"/>
        <source>{layer} (ASSESSED): {count:point is|points are} given what was written on {count:=it|them} before.</source>
        <translation>{layer} (ASSESSED): {count:punkt|punkter} har fået det, der før var skrevet om {count:=det|dem}.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>{layer} (BBR): the latest of its {rows:,} rows is of {newest}, and the plan is of {plan}: the extract is from before the plan. Give BBR with history as it is now.</source>
        <translation>{layer} (BBR): den nyeste af de {rows:,} rækker er fra {newest}, og planen er fra {plan}: udtrækket er fra før planen. Angiv BBR med historik, som det er nu.</translation>
    </message>
    <message>
        <location filename="../desktop/data_view.py"/>
        <source>{layer} (open in QGIS)</source>
        <translation>{layer} (åbent i QGIS)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>{layer} ({parameter}) has no rows: what it should tell of is missing in the result. Was it meant to be empty?</source>
        <translation>{layer} ({parameter}) har ingen rækker: det, laget skulle fortælle, mangler i resultatet. Er det meningen, at det er tomt?</translation>
    </message>
    <message>
        <location filename="../processing/inputs/databases.py"/>
        <source>{layer} ({parameter}) has several geometry columns. Used is {used}; not used, nor written, is {others}.</source>
        <translation>{layer} ({parameter}) har flere geometrikolonner. {used} bruges; {others} bruges ikke og skrives ikke med ud.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/kinds.py"/>
        <source>{layer} ({parameter}) is a table without geometry, and it is needed where its rows lie. Give the layer with its geometry, such as a GeoPackage or GeoJSON; a CSV seldom has it.</source>
        <translation>{layer} ({parameter}) er en tabel uden geometri, og det skal vides, hvor rækkerne ligger. Angiv laget med dets geometri, f.eks. en GeoPackage eller GeoJSON; en CSV har den sjældent.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parts.py"/>
        <source>{layer} ({parameter}) is filtered ({filter}): what the filter hides was not seen, neither as neighbours nor in sums.</source>
        <translation>{layer} ({parameter}) er filtreret ({filter}): Det, filteret skjuler, er ikke set, hverken som naboer eller i summer.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parts.py"/>
        <source>{layer} ({parameter}) is read through the filter {filter}.</source>
        <translation>{layer} ({parameter}) er læst gennem et filter: {filter}.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>{layer} ({parameter}) was written on {day}, and the plan is of {plan}: it cannot say what has happened since. Give the registers as they are now.</source>
        <translation>{layer} ({parameter}) er skrevet {day}, og planen er fra {plan}: laget kan ikke sige, hvad der er sket siden. Angiv registrene, som de er nu.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parts.py"/>
        <source>{layer} ({parameter}): only the chosen rows are read.</source>
        <translation>{layer} ({parameter}): kun de valgte rækker er læst.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parts.py"/>
        <source>{layer} ({parameter}): only the chosen rows of the layer are read. The others were not seen, neither as neighbours nor in sums.</source>
        <translation>{layer} ({parameter}): kun de valgte rækker i laget er læst. De øvrige er ikke set, hverken som naboer eller i summer.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>{layer} ({parameter}): the service says that it has {count:row|rows}, but gave none. Run the tool again, or fetch the layer as a file.</source>
        <translation>{layer} ({parameter}): tjenesten siger, at den har {count:række|rækker}, men gav ingen. Kør værktøjet igen, eller hent laget som fil.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole.py"/>
        <source>{layer} ({parameter}): the service says that it has {count:row|rows}, but gave {came}. Does it end after so many? Fetch the layer in parts, or as a file.</source>
        <translation>{layer} ({parameter}): tjenesten siger, at den har {count:række|rækker}, men gav {came}. Holder den op efter så mange? Hent laget i dele eller som fil.</translation>
    </message>
    <message>
        <location filename="../core/registers/other_municipalities.py"/>
        <source>{layer} ({parameter}): {count:row|rows} of {total:,} {count:=belongs|belong} to another municipality: {names}. The plan is of {mine}. Give the rows of the plan's own municipality.</source>
        <translation>{layer} ({parameter}): {count:række|rækker} af {total:,} hører til en anden kommune: {names}. Planen er for {mine}. Angiv rækkerne for planens egen kommune.</translation>
    </message>
    <message>
        <location filename="../processing/collect/writing.py"/>
        <source>{layer} could not be written to {file}: {error}</source>
        <translation>{layer} kunne ikke skrives til {file}: {error}</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{layer} has no objekt_id, so no row carries GeoFA's own id. Fetch the theme with all its fields.</source>
        <translation>{layer} har intet objekt_id, så ingen række bærer GeoFA's eget id. Hent temaet med alle felter.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{layer} has not the fields {fields}. They are filled from the plan's layer, and are not among the changes, since what GeoFA holds in them is not known.</source>
        <translation>{layer} har ikke felterne {fields}. De er fyldt fra planens lag og står ikke blandt ændringerne, da det ikke vides, hvad GeoFA har i dem.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} has the name of {what} ({role}) but another kind of geometry, and is not used.</source>
        <translation>{layer} hedder som {what} ({role}), men har en anden slags geometri og er ikke brugt.</translation>
    </message>
    <message>
        <location filename="../core/valley/terrain.py"/>
        <source>{layer} has {count} bands of whole numbers up to 255: it is a picture. Give the terrain model itself, with heights in metres.</source>
        <translation>{layer} har {count} bånd med hele tal op til 255: det er et billede. Angiv selve terrænmodellen med højder i meter.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is a theme.</source>
        <translation>{layer} er et tema.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is a theme: {what}.</source>
        <translation>{layer} er et tema: {what}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sources.py"/>
        <source>{layer} is in {crs}, which is no metric projection for Denmark: measured and written in {used}.</source>
        <translation>{layer} er i {crs}, som ikke er en metrisk projektion for Danmark: der måles og skrives i {used}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is not used, as was asked for.</source>
        <translation>{layer} er ikke brugt, som der er bedt om.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is not used: it is most like {role}, but neither name nor fields say so for certain. If it is, call the layer or its file {role}.</source>
        <translation>{layer} er ikke brugt: det ligner mest {role}, men hverken navn eller felter siger det sikkert. Er det {role}, så kald laget eller filen det.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is not used: it is {what}. If it is to be a theme, name it in THEMES.</source>
        <translation>{layer} bruges ikke: det er {what}. Skal det være et tema, så nævn det i THEMES.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is not used: it may be any of the themes {themes}. Name it in THEMES.</source>
        <translation>{layer} bruges ikke: det kan være hvert af temaerne {themes}. Nævn det i THEMES.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is not used: it may be any of {roles}. Call the layer or its file by the one that it is.</source>
        <translation>{layer} er ikke brugt: det kan være {roles}. Kald laget eller filen det, som det er.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is not used: its name and the theme numbers on its rows speak of several themes ({themes}). Name the theme in THEMES, or save each theme as a layer.</source>
        <translation>{layer} bruges ikke: dets navn og temakoderne på rækkerne taler om flere temaer ({themes}). Nævn temaet i THEMES, eller gem hvert tema som et lag.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is not used: its rows carry the theme number {number}, which the catalogue does not have. If it is a theme of landscape or heritage, name it in THEMES.</source>
        <translation>{layer} bruges ikke: rækkerne har temakoden {number}, som kataloget ikke har. Er det et tema om landskab eller kulturarv, så nævn det i THEMES.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>{layer} is of {day}, from before the plan was adopted ({adopted}). Rows may have been changed since: fetch them anew before anything is taken into GeoFA.</source>
        <translation>{layer} er fra {day}, altså før planen blev vedtaget ({adopted}). Rækker kan være ændret siden: hent dem igen, før noget føres ind i GeoFA.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is probably {role} too, and is not used: {instead} is.</source>
        <translation>{layer} er formentlig også {role}, men er ikke brugt; {instead} er brugt i stedet.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is taken for the theme {theme}: it is {what}.</source>
        <translation>{layer} er taget for temaet {theme}: det er {what}.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is taken for the theme {theme}: its rows carry the number {number} of the theme.</source>
        <translation>{layer} er taget for temaet {theme}: rækkerne har temaets kode {number}.</translation>
    </message>
    <message>
        <location filename="../core/plan/theme_notes.py"/>
        <source>{layer} is taken for the theme {theme}: {name} should be the register's name of it, which nobody has verified.</source>
        <translation>{layer} er taget for temaet {theme}: {name} er formentlig registrets navn på det, men navnet er ikke efterprøvet.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role} by the name {name}, but has not the field {fields} of {what}. Rename it if it is something else.</source>
        <translation>{layer} er taget for {role} efter navnet {name}, men mangler feltet {fields}, som {what} har. Er det noget andet, så giv det et andet navn.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}, as was asked for.</source>
        <translation>{layer} er taget for {role}, som der er bedt om.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: by the name {name}.</source>
        <translation>{layer} er taget for {role}: efter navnet {name}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: it has the fields of {what}.</source>
        <translation>{layer} er taget for {role}: det har felterne fra {what}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: its rows say that they are {what}.</source>
        <translation>{layer} er taget for {role}: rækkerne siger, at de er {what}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: so the register calls {what}.</source>
        <translation>{layer} er taget for {role}: sådan kalder registret {what}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: {name} is what the register calls {what}.</source>
        <translation>{layer} er taget for {role}: {name} er registrets navn på {what}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is taken for {role}: {name} should be the name of {what}, which nobody has verified.</source>
        <translation>{layer} er taget for {role}: {name} er formentlig navnet på {what}, men navnet er ikke efterprøvet.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {role} but has {rows:row|rows}, more than one municipality, and is not used. Save the one that is meant as {role}.</source>
        <translation>{layer} er {role}, men har {rows:række|rækker}, mere end én kommune, og er ikke brugt. Gem den, der er ment, som {role}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {role} but holds changes only (Delta), and is not used. Give the whole (Total).</source>
        <translation>{layer} er {role}, men indeholder kun ændringer (Delta) og er ikke brugt. Angiv det hele (Total).</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {role} but not what applies ({state}), and is not used. Give those in force.</source>
        <translation>{layer} er {role}, men ikke dem, der gælder ({state}), og er ikke brugt. Kun de gældende bruges.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {role} by its own name.</source>
        <translation>Laget {layer} er brugt som {role} efter sit eget navn.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {role}, but not of municipality {code}, and is not used.</source>
        <translation>{layer} er {role}, men ikke fra kommune {code}, og er ikke brugt.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what} ({role}), which the plan has no use for.</source>
        <translation>{layer} er {what} ({role}), som planen ikke bruger.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, a part of {role}, and is not used: {role} cannot be made without {lacking}.</source>
        <translation>{layer} er {what}, en del af {role}, og er ikke brugt: {role} kan ikke samles uden {lacking}.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, but holds headings and no rows, and is not used.</source>
        <translation>{layer} er {what}, men har kun overskrifter og ingen rækker, og er ikke brugt.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, for the tools of the hearing. It is not used here, and nothing of it is shown.</source>
        <translation>{layer} er {what}, til værktøjerne til høringen. Den er ikke brugt her, og intet af den er vist.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, in which the BFE numbers of {role} are looked up.</source>
        <translation>{layer} er {what}, hvor BFE-numrene i {role} slås op.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, of which {role} is made.</source>
        <translation>{layer} er {what}, som {role} er samlet af.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer} is {what}, only a part of {role}, and is not used: give the whole.</source>
        <translation>{layer} er {what}, kun en del af {role}, og er ikke brugt: angiv det hele.</translation>
    </message>
    <message>
        <location filename="../desktop/card_reader.py"/>
        <source>{layer} lies in no file, so no place for its decisions is known. Choose a file of decisions.</source>
        <translation>{layer} ligger ikke i en fil, så det vides ikke, hvor dets beslutninger hører til. Vælg en fil med beslutninger.</translation>
    </message>
    <message>
        <location filename="../core/neighbourhood/property_notes.py"/>
        <source>{layer} says of no parcel which property it belongs to: each parcel is taken for a property by itself. Name the field of the property, or take parcels that have one of: {tried}.</source>
        <translation>{layer} siger ikke om noget jordstykke, hvilken ejendom det hører til: hvert jordstykke regnes for en ejendom for sig. Angiv feltet med ejendommen, eller brug jordstykker, der har et af: {tried}.</translation>
    </message>
    <message>
        <location filename="../processing/export/plan_reader.py"/>
        <source>{layer}, field {field}: the date of adoption of {count:plan|plans} cannot be read, and the documents have a blank instead: {examples}. Write it as year-month-day, such as 2012-01-17.</source>
        <translation>{layer}, feltet {field}: vedtagelsesdatoen for {count:plan|planer} kan ikke læses, så dokumenterne har et felt til den: {examples}. Skriv den som år-måned-dag, f.eks. 2012-01-17.</translation>
    </message>
    <message>
        <location filename="../core/designation/decisions.py"/>
        <source>{layer}, row {row}, field beslutning: '{value}' is no decision; expected 'udpeg' or 'udpeg_ikke'.</source>
        <translation>{layer}, række {row}, feltet beslutning: »{value}« er ingen beslutning; der skal stå »udpeg« eller »udpeg_ikke«.</translation>
    </message>
    <message>
        <location filename="../core/designation/decisions.py"/>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}, row {row}, field dato: '{value}' is no date; expected year-month-day such as 2012-01-17.</source>
        <translation>{layer}, række {row}, feltet dato: »{value}« er ingen dato; der skal stå år-måned-dag, f.eks. 2012-01-17.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}, row {row}, field konsekvens: '{value}' is no consequence; expected one of {choices}, or nothing.</source>
        <translation>{layer}, række {row}, feltet konsekvens: »{value}« er ikke en konsekvens; der forventes en af {choices} eller ingenting.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}, row {row}, field {field}: answer {answer} says '{value}' here and '{other}' in row {first}. Rows with one svar_id are points of one answer: give one of them a number of its own, or mend the field.</source>
        <translation>{layer}, række {row}, feltet {field}: Svar {answer} har »{value}« her og »{other}« i række {first}. Rækker med samme svar_id er punkter i ét svar: Giv den ene sit eget nummer, eller ret feltet.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}, row {row}: the answer has no text (field tekst). Write what was answered, or 'ingen bemærkninger', or delete the row.</source>
        <translation>{layer}, række {row}: Svaret har ingen tekst (feltet tekst). Skriv, hvad der er svaret, eller »ingen bemærkninger«, eller slet rækken.</translation>
    </message>
    <message>
        <location filename="../core/designation/decided_environments.py"/>
        <source>{layer}, row {row}: the decision on {name} has no area. Draw it, or delete the row.</source>
        <translation>{layer}, række {row}: beslutningen om {name} har intet område. Tegn det, eller slet rækken.</translation>
    </message>
    <message>
        <location filename="../core/delivery/schema.py"/>
        <source>{layer}, row {row}: {field} is {value}, {problem}. GeoFA's field takes {allowed}. Correct the row in GeoFA, and fetch the rows anew.</source>
        <translation>{layer}, række {row}: {field} er {value}, {problem}. GeoFA's felt tillader {allowed}. Ret rækken i GeoFA, og hent rækkerne igen.</translation>
    </message>
    <message>
        <location filename="../core/registers/collection_notes.py"/>
        <source>{layer}, which people write, is kept as it is; no step of this run reads it.</source>
        <translation>{layer}, som folk selv skriver, bliver, som det er; intet trin i denne kørsel læser det.</translation>
    </message>
    <message>
        <location filename="../core/white_book/decided.py"/>
        <source>{layer}, {rows:row|rows}: the answers decide both udpeg and udpeg_ikke on building {building}. Only one can stand.</source>
        <translation>{layer}, række {rows}: Svarene har både udpeg og udpeg_ikke for bygningen {building}. Kun én af dem kan gælde.</translation>
    </message>
    <message>
        <location filename="../core/designation/decisions.py"/>
        <source>{layer}, {rows:row|rows}: the decisions on building {building} disagree, and no date says which is newer. Delete the one that no longer stands, or give both a date.</source>
        <translation>{layer}, række {rows}: beslutningerne om bygning {building} modsiger hinanden, og ingen dato viser, hvilken der er nyest. Slet den, der ikke længere gælder, eller giv begge en dato.</translation>
    </message>
    <message>
        <location filename="../core/designation/decided_environments.py"/>
        <source>{layer}, {rows:row|rows}: the decisions on {name} disagree, and no date says which is newer. Delete the one that no longer stands, or give both a date.</source>
        <translation>{layer}, række {rows}: beslutningerne om {name} modsiger hinanden, og ingen dato viser, hvilken der er nyest. Slet den, der ikke længere gælder, eller giv begge en dato.</translation>
    </message>
    <message>
        <location filename="../core/designation/decided_environments.py"/>
        <source>{layer}, {rows:row|rows}: the decisions on {name} disagree; the newest, of {day}, stands, and not that of {older}.</source>
        <translation>{layer}, række {rows}: beslutningerne om {name} modsiger hinanden; den nyeste, fra {day}, gælder, og ikke den fra {older}.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}, {rows:row|rows}: the points of answer {answer} decide both udpeg and udpeg_ikke on building {building}. Only one can stand.</source>
        <translation>{layer}, række {rows}: Punkterne i svar {answer} har både udpeg og udpeg_ikke for bygningen {building}. Kun én af dem kan gælde.</translation>
    </message>
    <message>
        <location filename="../core/white_book/decided.py"/>
        <source>{layer}: a decision must be on one building, and these are not: {faults}. Write the building's id in bygning_id; an answer on several buildings gets a row for each.</source>
        <translation>{layer}: En beslutning skal være om én bygning, og det er disse ikke: {faults}. Skriv bygningens id i bygning_id; et svar om flere bygninger får en række for hver.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>{layer}: its newest row was changed on {day}, before the plan was adopted ({adopted}). If it was fetched before that day, fetch it anew.</source>
        <translation>{layer}: den nyeste række er ændret {day}, før planen blev vedtaget ({adopted}). Er udtrækket hentet før den dag, så hent det igen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/letters.py"/>
        <source>{layer}: letters of the field {field} are lost in {count:row|rows} ({rows:row|rows}), shown as {sign}. Save the file again in UTF-8, or choose its encoding in the layer's properties.</source>
        <translation>{layer}: bogstaver i feltet {field} er gået tabt i {count:række|rækker} (række {rows}) og vises som {sign}. Gem filen igen i UTF-8, eller vælg dens tegnsæt i lagets egenskaber.</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>{layer}: no row says when it began or was registered, so no event of a building has a date.</source>
        <translation>{layer}: ingen række oplyser, hvornår den gælder fra, så ingen hændelse med en bygning har en dato.</translation>
    </message>
    <message>
        <location filename="../processing/collect/writing.py"/>
        <source>{layer}: not all of its {wanted:row|rows} could be written. Save the layer as a GeoPackage in QGIS to see which are wrong.</source>
        <translation>{layer}: ikke alle {wanted:række|rækker} kunne skrives. Gem laget som GeoPackage i QGIS for at se, hvilke der er noget galt med.</translation>
    </message>
    <message>
        <location filename="../processing/follow/run.py"/>
        <source>{layer}: nothing says of which day it is. Make sure that it is younger than the plan ({plan}).</source>
        <translation>{layer}: intet oplyser, hvilken dag laget er fra. Det skal være yngre end planen ({plan}).</translation>
    </message>
    <message>
        <location filename="../core/comparison/since_checks.py"/>
        <source>{layer}: the latest entry is of {newest}, before the plan ({plan}). Is the extract from before the plan?</source>
        <translation>{layer}: den nyeste oplysning er fra {newest}, før planen ({plan}). Er udtrækket fra før planen?</translation>
    </message>
    <message>
        <location filename="../processing/collect/making.py"/>
        <source>{layer}: the rows of municipality {code} cannot be picked out where it lies. Save them as a GeoPackage in QGIS, and give that.</source>
        <translation>{layer}: Rækkerne for kommune {code} kan ikke tages ud, hvor laget ligger. Gem dem som GeoPackage i QGIS, og angiv den.</translation>
    </message>
    <message>
        <location filename="../core/plot_ratio/chosen.py"/>
        <source>{layer}: {chosen:plot of the selected parcels is|plots of the selected parcels are} judged, each whole; the other {count} of the layer {count:=is|are} {chosen:=its|their} surroundings.</source>
        <translation>{layer}: {chosen:grund med valgte jordstykker|grunde med valgte jordstykker} er vurderet, hver som en helhed; lagets øvrige {count} er {chosen:=dens|deres} omgivelser.</translation>
    </message>
    <message>
        <location filename="../core/neighbourhood/property_notes.py"/>
        <source>{layer}: {chosen:property of the selected parcels is|properties of the selected parcels are} judged, each whole, with {more:parcel|parcels} that {more:=was|were} not selected.</source>
        <translation>{layer}: {chosen:ejendom med valgte jordstykker|ejendomme med valgte jordstykker} er vurderet, hver som en helhed, med {more:jordstykke|jordstykker}, der ikke {more:=var|var} valgt.</translation>
    </message>
    <message>
        <location filename="../core/white_book/places.py"/>
        <source>{layer}: {count:answer names|answers name} a building or property that is not in BEFORE: {answers}. They are in the white book all the same.</source>
        <translation>{layer}: {count:svar|svar} nævner en bygning eller ejendom, som ikke er i BEFORE: {answers}. {count:=Det|De} er med i hvidbogen alligevel.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}: {count:answer says|answers say} word for word the same as another of the same sender: {pairs}. Each keeps its number, and the sender counts once.</source>
        <translation>{layer}: {count:svar|svar} siger ord for ord det samme som et andet fra samme afsender: {pairs}. Hvert beholder sit nummer, og afsenderen tæller én gang.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>{layer}: {count:parcel is a common one|parcels are common ones} ({common}) or {count:=a road|roads} (7000, 7000a and so on). {count:=It is|They are} no property and nobody's neighbour.</source>
        <translation>{layer}: {count:jordstykke er fælleslod|jordstykker er fælleslodder} ({common}) eller {count:=vej|veje} (7000, 7000a osv.). {count:=Det|De} er ingen ejendom og ingens nabo.</translation>
    </message>
    <message>
        <location filename="../core/white_book/places.py"/>
        <source>{layer}: {count:point is|points are} about no building that could be found (answers {answers}).</source>
        <translation>{layer}: {count:punkt|punkter} er ikke om en bygning, der kunne findes (svar {answers}).</translation>
    </message>
    <message>
        <location filename="../core/registers/other_municipalities.py"/>
        <source>{layer}: {count:row belongs|rows belong} to another municipality, and {count:=is|are} left out: {names}.</source>
        <translation>{layer}: {count:række hører|rækker hører} til en anden kommune og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../core/registers/other_municipalities.py"/>
        <source>{layer}: {count:row belongs|rows belong} to another municipality: {names}.</source>
        <translation>{layer}: {count:række hører|rækker hører} til en anden kommune: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>{layer}: {count:row does|rows do} not stand by BBR's status or dates, and {count:=is no neighbour|are no neighbours}.</source>
        <translation>{layer}: {count:række|rækker} står ikke efter BBR's status eller datoer og er {count:=ingen nabo|ingen naboer}.</translation>
    </message>
    <message>
        <location filename="../core/designation/decided_environments.py"/>
        <source>{layer}: {count:row has|rows have} no beslutning and {count:=is|are} no decision ({rows:row|rows}).</source>
        <translation>{layer}: {count:række|rækker} har ingen beslutning og tæller ikke som en beslutning (række {rows}).</translation>
    </message>
    <message>
        <location filename="../core/landscape/notes.py"/>
        <source>{layer}: {count:row has|rows have} no geometry; where {count:=it applies|they apply} is unknown.</source>
        <translation>{layer}: {count:række|rækker} har ingen geometri; hvor {count:=den|de} gælder, er ukendt.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}: {count:row has|rows have} no svar_id ({rows:row|rows}): each is an answer of its own, numbered by its place.</source>
        <translation>{layer}: {count:række|rækker} har intet svar_id (række {rows}): Hver er sit eget svar med nummer efter sin plads.</translation>
    </message>
    <message>
        <location filename="../core/white_book/answers.py"/>
        <source>{layer}: {count:row says|rows say} the very same as another row of the same answer ({rows:row|rows}), and {count:=counts|count} once.</source>
        <translation>{layer}: {count:række|rækker} siger præcis det samme som en anden række i samme svar (række {rows}) og tæller én gang.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{layer}: {count:value|values} could not be read, and {count:=counts|count} as unknown: {values}.</source>
        <translation>{layer}: {count:værdi|værdier} kunne ikke læses og regnes for ukendt: {values}.</translation>
    </message>
    <message>
        <location filename="../core/registers/bbr_properties.py"/>
        <source>{layer}: {known:,} of {count:building has|buildings have} the BFE number of {grounds} and {relations}.</source>
        <translation>{layer}: {known:,} af {count:bygning har|bygninger har} fået BFE-nummer af {grounds} og {relations}.</translation>
    </message>
    <message>
        <location filename="../processing/run.py"/>
        <source>{layer}: {rows:row|rows}; fields read: {fields}.</source>
        <translation>{layer}: {rows:række|rækker}; læste felter: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/geofa_run.py"/>
        <source>{layer}: {rows:row|rows}; {count:field|fields} of theme 6205 found; by another name: {renamed}.</source>
        <translation>{layer}: {rows:række|rækker}; {count:felt|felter} i tema 6205 fundet; under et andet navn: {renamed}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/neighbourhood.py"/>
        <source>{layer}: {selected:selected building is|selected buildings are} judged; the other {count} of the layer {count:=is|are} {selected:=its|their} surroundings.</source>
        <translation>{layer}: {selected:valgt bygning|valgte bygninger} er vurderet; lagets øvrige {count} er {selected:=dens|deres} omgivelser.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>{layer}: {theme} (by {by}), {rows:row|rows}; fields read: {fields}</source>
        <translation>{layer}: {theme} (kendt på {by}), {rows:række|rækker}; læste felter: {fields}</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>{level}: {rule} ({count})</source>
        <translation>{level}: {rule} ({count})</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>{library}: not usable here, and not needed ({why})</source>
        <translation>{library}: kan ikke bruges her, men er heller ikke nødvendigt ({why})</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>{missing} is missing in QGIS's Python. {advice} Then start QGIS again, and run the tool 'Self-check'.</source>
        <translation>{missing} mangler i QGIS' Python. {advice} Start derefter QGIS igen, og kør værktøjet »Selvtest«.</translation>
    </message>
    <message>
        <location filename="../processing/collect/chosen_roles.py"/>
        <source>{name} was given the role {role} before, and is not among the layers now.</source>
        <translation>{name} fik rollen {role} sidst og er ikke blandt lagene nu.</translation>
    </message>
    <message>
        <location filename="../processing/scenarios/run.py"/>
        <source>{name}: {count:building|buildings} designated.</source>
        <translation>{name}: {count:bygning|bygninger} udpeget.</translation>
    </message>
    <message>
        <location filename="../processing/tools/map_landscape_run.py"/>
        <source>{output} can only be made from {needed}, which was not given.</source>
        <translation>{output} kan kun laves af {needed}, som ikke er angivet.</translation>
    </message>
    <message>
        <location filename="../processing/white_book/run.py"/>
        <source>{parameters} cannot be written: {count:answer lacks|answers lack} an assessment (vurdering) or a consequence (konsekvens): {answers}. Fill them in, or ask for FOLDER alone, which holds the table to work in.</source>
        <translation>{parameters} kan ikke skrives: {count:svar|svar} mangler vurdering eller konsekvens: {answers}. Udfyld dem, eller bed kun om FOLDER, som indeholder skemaet at arbejde i.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/roles.py"/>
        <source>{parameter} ({label}) and {other} ({other_label}) are the same layer: {layer}. QGIS may have filled one of them in by itself. Choose the layer that each of them asks for.</source>
        <translation>{parameter} ({label}) og {other} ({other_label}) er samme lag: {layer}. QGIS kan selv have udfyldt det ene. Vælg det lag, som hver af dem beder om.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>{parameter} ({label}) is missing. Expected is {expected}.</source>
        <translation>{parameter} ({label}) mangler. Der forventes {expected}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/lasting.py"/>
        <source>{parameter} ({label}): QGIS deletes what is temporary when it closes, and this result with it. Choose a place where it lasts, such as {place}.</source>
        <translation>{parameter} ({label}): QGIS sletter det midlertidige, når det lukkes, og dermed resultatet. Vælg et sted, hvor det bliver liggende, f.eks. {place}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/given_values.py"/>
        <source>{parameter} = {value} cannot be used. Expected is {expected}.</source>
        <translation>{parameter} = {value} kan ikke bruges. Der forventes {expected}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/parameters.py"/>
        <source>{parameter} has {count:cell|cells}; expected rows of {width}: {cells}.</source>
        <translation>{parameter} har {count:celle|celler}; der skal være {width} i hver række: {cells}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layer_list.py"/>
        <source>{parameter} is empty: give at least one layer.</source>
        <translation>{parameter} er tom: angiv mindst ét lag.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter} is the same file as {other}: {file}. Choose another name for it.</source>
        <translation>{parameter} er den samme fil som {other}: {file}. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>{parameter} is {day}, but STATE = {state} says that the plan is not adopted. Choose STATE = {adopted}, or leave {parameter} empty.</source>
        <translation>{parameter} er {day}, men STATE = {state} siger, at planen ikke er vedtaget. Vælg STATE = {adopted}, eller lad {parameter} stå tom.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>{parameter} is {value}, as the profile says. The dialog had filled in {before}; to have that, choose the profile before, or run the tool without one.</source>
        <translation>{parameter} er {value}, som profilen siger. Vinduet havde udfyldt {before}; skal det gælde, så vælg en anden profil, eller kør værktøjet uden vindue.</translation>
    </message>
    <message>
        <location filename="../processing/delivery/adopted.py"/>
        <source>{parameter} lies in the package {file}, whose plan is not adopted ({state}). Give the layer of the adopted plan, or leave {parameter} empty: then that of the package of {main} is taken.</source>
        <translation>{parameter} ligger i pakken {file}, hvis plan ikke er vedtaget ({state}). Angiv laget i den vedtagne plans pakke, eller lad {parameter} stå tomt: så tages det fra den pakke, {main} ligger i.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, a download of changes only (Delta). Give the whole (Total).</source>
        <translation>{parameter} fik {layer}, som kun indeholder ændringer (Delta). Angiv det hele (Total).</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, a download that holds headings and no rows. Give an earlier or later one, or the same in another format.</source>
        <translation>{parameter} fik {layer}, en hentet fil med overskrifter og ingen rækker. Angiv en tidligere eller senere, eller den samme i et andet format.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which by its fields is {what}. It asks for {asked}. Give that layer, unless this one is meant.</source>
        <translation>{parameter} fik {layer}, som efter sine felter er {what}. Der skal bruges {asked}. Angiv det lag, medmindre det her er ment.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which by its name is not what applies ({state}). Give those in force, unless these are meant.</source>
        <translation>{parameter} fik {layer}, som efter sit navn ikke er det gældende ({state}). Angiv de gældende, medmindre disse er ment.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which by its name is {what}. It asks for {asked}. Give that layer, unless this one is meant.</source>
        <translation>{parameter} fik {layer}, som efter sit navn er {what}. Der skal bruges {asked}. Angiv det lag, medmindre det her er ment.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which holds several municipalities ({codes}). Give the one that is meant: the tool 'Collect data' (collectdata) picks it out by MUNICIPALITY.</source>
        <translation>{parameter} fik {layer}, som indeholder flere kommuner ({codes}). Angiv den, der er ment: værktøjet »Saml data« (collectdata) tager den ud efter MUNICIPALITY.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which is {what}, and only a part of what it asks for: {asked}. Give the whole.</source>
        <translation>{parameter} fik {layer}, som er {what}, og kun en del af det, der skal bruges: {asked}. Angiv det hele.</translation>
    </message>
    <message>
        <location filename="../core/registers/asked_for.py"/>
        <source>{parameter} was given {layer}, which is {what}, and only a part of what it asks for: {asked}. Run the tool 'Collect data' (collectdata) on the folder that holds {parts}, and give the layer {role} that it makes.</source>
        <translation>{parameter} fik {layer}, som er {what}, og kun en del af det, der skal bruges: {asked}. Kør værktøjet »Saml data« (collectdata) på mappen med {parts}, og angiv laget {role}, som det laver.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter} would replace {place}, which {other} is read from. Choose another name for it.</source>
        <translation>{parameter} ville erstatte {place}, som {other} læses fra. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter} would replace {place}, which {other} is written into. Choose another name for it.</source>
        <translation>{parameter} ville erstatte {place}, som {other} skrives i. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: '{text}' may be any of {count:property|properties}: {candidates}. Give the BFE number, more of the address or of the parcel, or a point on the property.</source>
        <translation>{parameter}: '{text}' kan være hver af {count:ejendom|ejendomme}: {candidates}. Angiv BFE-nummeret, mere af adressen eller af matrikelnummeret med ejerlav, eller et punkt på ejendommen.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/formats.py"/>
        <source>{parameter}: MapInfo's format has no empty numbers. Where nothing is known, 0 will stand in {file}. Choose a GeoPackage (.gpkg).</source>
        <translation>{parameter}: MapInfos format har ingen tomme tal. Hvor intet vides, kommer der til at stå 0 i {file}. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter}: a database of the kind {database} cannot be written to whole or not at all, so that a run that fails would leave half a result. Choose a GeoPackage or a table of PostGIS, and copy the result from there.</source>
        <translation>{parameter}: en database af typen {database} kan ikke skrives helt eller slet ikke, så en kørsel, der fejler, ville efterlade et halvt resultat. Vælg en GeoPackage eller en tabel i PostGIS, og kopiér resultatet derfra.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: another run (process {process} on {host}) is writing into {folder}. Wait until it has finished. If no such run exists any more, delete the file {lock} there.</source>
        <translation>{parameter}: en anden kørsel (proces {process} på {host}) er ved at skrive i {folder}. Vent, til den er færdig. Findes den kørsel ikke længere, så slet filen {lock} dér.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: no property of the plan has a place, so none lies at {text}.</source>
        <translation>{parameter}: ingen ejendom i planen har et sted på kortet, så ingen ligger i {text}.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: no property of the plan is '{text}'.</source>
        <translation>{parameter}: ingen ejendom i planen er '{text}'.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: no property of the plan is '{text}'. The nearest {count:=is|are}: {nearest}.</source>
        <translation>{parameter}: ingen ejendom i planen er '{text}'. {count:=Den nærmeste|De nærmeste} er: {nearest}.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: no property of the plan lies at {text}. The nearest is {nearest}, {distance} away.</source>
        <translation>{parameter}: ingen ejendom i planen ligger i {text}. Den nærmeste er {nearest}, {distance} derfra.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter}: no table is named in {value}. Write it as postgis:dbname='kort' host=… table="schema"."name" (geom).</source>
        <translation>{parameter}: der er ikke nævnt nogen tabel i {value}. Skriv det som postgis:dbname='kort' host=… table="skema"."navn" (geom).</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: nothing can be written in {folder} ({why}). Choose a folder where you may write.</source>
        <translation>{parameter}: der kan ikke skrives i {folder} ({why}). Vælg en mappe, hvor du må skrive.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: only {arrived} of {written:row|rows} arrived in {place}. Nothing was changed there.</source>
        <translation>{parameter}: kun {arrived} af {written:række|rækker} nåede frem til {place}. Intet er ændret der.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sinks.py"/>
        <source>{parameter}: only {arrived} of {written:row|rows} could be written. Is the disk full, or can the format hold no rows without geometry (FlatGeobuf)? Choose a GeoPackage (.gpkg).</source>
        <translation>{parameter}: kun {arrived} af {written:række|rækker} kunne skrives. Er disken fuld, eller kan formatet ikke indeholde rækker uden geometri (FlatGeobuf)? Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/basemap.py"/>
        <source>{parameter}: the background map cannot be opened.</source>
        <translation>{parameter}: baggrundskortet kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/staging.py"/>
        <source>{parameter}: the folder {folder} does not exist. Make it first, or choose another.</source>
        <translation>{parameter}: mappen {folder} findes ikke. Opret den først, eller vælg en anden.</translation>
    </message>
    <message>
        <location filename="../processing/job/kept.py"/>
        <source>{parameter}: the layer {layer} cannot be opened, or exists in the project only (a layer in memory, a virtual or a joined one). Save it as a file or a table, and give that.</source>
        <translation>{parameter}: laget {layer} kan ikke åbnes, eller findes kun i projektet (et lag i hukommelsen, et virtuelt eller et koblet lag). Gem det som fil eller tabel, og angiv den.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: the layer {layer} in {file} cannot be opened. Make the package anew with 'Export the kulturhistorisk lokalplan'.</source>
        <translation>{parameter}: laget {layer} i {file} kan ikke åbnes. Lav pakken på ny med »Eksportér den kulturhistoriske lokalplan«.</translation>
    </message>
    <message>
        <location filename="../processing/follow/reading.py"/>
        <source>{parameter}: the layer {layer} is the plan's own, so that nothing could differ. Give the registers as they are now.</source>
        <translation>{parameter}: laget {layer} er planens eget, så intet kunne være anderledes. Angiv registrene, som de er nu.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: the layer {layer} of the open project lies in {file} and is being edited. End editing, or choose another name.</source>
        <translation>{parameter}: laget {layer} i det åbne projekt ligger i {file} og er ved at blive redigeret. Afslut redigeringen, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>{parameter}: the package holds no building and no property.</source>
        <translation>{parameter}: pakken indeholder ingen bygning og ingen ejendom.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: the package {file} is older than this version of the plugin (it was made by version {version}): its layer {layer} has no {fields}. Make it anew with 'Export the kulturhistorisk lokalplan'.</source>
        <translation>{parameter}: pakken {file} er ældre end denne udgave af pluginet (den er lavet af version {version}): dens lag {layer} mangler {fields}. Lav den på ny med »Eksportér den kulturhistoriske lokalplan«.</translation>
    </message>
    <message>
        <location filename="../processing/follow/reading.py"/>
        <source>{parameter}: the package {file} says neither when the plan was adopted nor when it was made. Make it anew with 'Export the kulturhistorisk lokalplan', with ADOPTED.</source>
        <translation>{parameter}: pakken {file} siger hverken, hvornår planen er vedtaget, eller hvornår pakken er lavet. Lav den igen med »Eksportér den kulturhistoriske lokalplan« og ADOPTED.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: the package {file} says {name} = {value}, which cannot be read. Make it anew with 'Export the kulturhistorisk lokalplan'.</source>
        <translation>{parameter}: pakken {file} angiver {name} = {value}, som ikke kan læses. Lav den på ny med »Eksportér den kulturhistoriske lokalplan«.</translation>
    </message>
    <message>
        <location filename="../core/plan/state.py"/>
        <source>{parameter}: the plan is not adopted ({state}), and an adopted one is wanted. Make the package of the adopted plan (STATE = {adopted} in 'Export the kulturhistorisk lokalplan'), and give that.</source>
        <translation>{parameter}: planen er ikke vedtaget ({state}), og her skal bruges en vedtaget plan. Lav pakken af den vedtagne plan (STATE = {adopted} i »Eksportér den kulturhistoriske lokalplan«), og angiv den.</translation>
    </message>
    <message>
        <location filename="../core/sheet/asked.py"/>
        <source>{parameter}: the point {text} lies on {count:property|properties}: {candidates}. Give the BFE number.</source>
        <translation>{parameter}: punktet {text} ligger på {count:ejendom|ejendomme}: {candidates}. Angiv BFE-nummeret.</translation>
    </message>
    <message>
        <location filename="../processing/export/project.py"/>
        <source>{parameter}: the project does not open from {folder} (layers: {layers}). QGIS does not find files in a folder whose name, or that of one above it, holds a % and two digits or letters, such as %20. Choose a folder of another name. Nothing was written.</source>
        <translation>{parameter}: Projektet kan ikke åbnes fra {folder} (lag: {layers}). QGIS finder ikke filer i en mappe, hvis navn, eller navnet på en mappe over den, indeholder et % og to cifre eller bogstaver, f.eks. %20. Vælg en mappe med et andet navn. Intet er skrevet.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: the run would replace {file}, which {other} reads. Choose another folder, or give the layers that the package was made from.</source>
        <translation>{parameter}: kørslen ville erstatte {file}, som {other} læser. Vælg en anden mappe, eller angiv de lag, som pakken er lavet af.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sheets.py"/>
        <source>{parameter}: the sheet {sheet} of {file} is read, for it holds {asked}. Another is given as {file}|layername=NAME.</source>
        <translation>{parameter}: arket {sheet} i {file} er læst, for det indeholder {asked}. Et andet angives som {file}|layername=NAVN.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: there is no schema for {place} that you may use. Make it first.</source>
        <translation>{parameter}: der er intet skema til {place}, som du må bruge. Opret det først.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: there is no {file} in {folder}, so it is not the folder of a package. Give the folder that 'Export the kulturhistorisk lokalplan' made, or its GeoPackage. GeoPackages there: {others}.</source>
        <translation>{parameter}: der er ingen {file} i {folder}, så det er ikke mappen med en planpakke. Angiv mappen, som »Eksportér den kulturhistoriske lokalplan« har lavet, eller dens GeoPackage. GeoPackages i mappen: {others}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: you may not make the table {place}. Ask for CREATE on its schema.</source>
        <translation>{parameter}: du må ikke oprette tabellen {place}. Bed om CREATE på skemaet.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: you may not replace the rows of {place}. Ask for INSERT and DELETE.</source>
        <translation>{parameter}: du må ikke erstatte rækkerne i {place}. Bed om INSERT og DELETE.</translation>
    </message>
    <message>
        <location filename="../processing/sheet/run.py"/>
        <source>{parameter}: {crs} is no coordinate reference system. Write the point as x,y [EPSG:25832].</source>
        <translation>{parameter}: {crs} er ikke et koordinatsystem. Skriv punktet som x,y [EPSG:25832].</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: {file} cannot be written ({why}). Choose a place where you may write.</source>
        <translation>{parameter}: {file} kan ikke skrives ({why}). Vælg et sted, hvor der må skrives.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/formats.py"/>
        <source>{parameter}: {file} cannot be written in the format {format} ({error}). Choose a GeoPackage (.gpkg).</source>
        <translation>{parameter}: {file} kan ikke skrives i formatet {format} ({error}). Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/formats.py"/>
        <source>{parameter}: {file} holds the sign |, after which QGIS looks for the name of a layer. Choose another name.</source>
        <translation>{parameter}: {file} har tegnet | i sig, og efter det leder QGIS efter navnet på et lag. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: {file} is a device, not a file. Choose another name.</source>
        <translation>{parameter}: {file} er en enhed, ikke en fil. Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: {file} is a link to {target}. Give the file itself, or choose another name.</source>
        <translation>{parameter}: {file} er en henvisning til {target}. Angiv selve filen, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/formats.py"/>
        <source>{parameter}: {file} is an archive, into which QGIS writes no layer. Choose a name that ends in .gpkg (GeoPackage), and pack the file afterwards.</source>
        <translation>{parameter}: {file} er et arkiv, og i det skriver QGIS intet lag. Vælg et navn, der ender på .gpkg (GeoPackage), og pak filen bagefter.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: {file} is no GeoPackage that can be read ({error}). Give the folder of a package, or its {expected}.</source>
        <translation>{parameter}: {file} er ikke en GeoPackage, der kan læses ({error}). Angiv mappen med en planpakke eller dens {expected}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: {file} is not the package of a plan: expected are the tables {expected}, as 'Export the kulturhistorisk lokalplan' writes them; found are: {found}.</source>
        <translation>{parameter}: {file} er ikke en planpakke: Tabellerne {expected} forventes, som »Eksportér den kulturhistoriske lokalplan« skriver dem; fundet er: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: {file} is open in another program, so it cannot be replaced ({error}). Close it there (QGIS, Excel, a PDF viewer), or choose another name.</source>
        <translation>{parameter}: {file} er åben i et andet program og kan derfor ikke erstattes ({error}). Luk den dér (QGIS, Excel, en PDF-viser), eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/containers.py"/>
        <source>{parameter}: {file} is there already, and holds several layers ({layers}), which would be lost. Choose another name, or write the layer into the file: ogr:dbname='{file}' table="name" (geom).</source>
        <translation>{parameter}: {file} findes i forvejen og har flere lag ({layers}), som ville gå tabt. Vælg et andet navn, eller skriv laget ind i filen: ogr:dbname='{file}' table="navn" (geom).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/containers.py"/>
        <source>{parameter}: {file} is there already, and holds what no run of the tool wrote ({layers}). It would be lost. Choose another name, or take the file away first.</source>
        <translation>{parameter}: {file} findes i forvejen og har noget, som værktøjet ikke selv har skrevet ({layers}). Det ville gå tabt. Vælg et andet navn, eller flyt filen først.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/refusal.py"/>
        <source>{parameter}: {file} is write-protected or belongs to somebody else, so it cannot be replaced. Remove the protection, or choose another name.</source>
        <translation>{parameter}: {file} er skrivebeskyttet eller tilhører en anden og kan derfor ikke erstattes. Fjern beskyttelsen, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/tools/hearing_report.py"/>
        <source>{parameter}: {file} must end in .docx.</source>
        <translation>{parameter}: {file} skal ende på .docx.</translation>
    </message>
    <message>
        <location filename="../processing/tools/collect_data.py"/>
        <location filename="../processing/tools/create_sample_data.py"/>
        <location filename="../processing/tools/export_geofa.py"/>
        <location filename="../processing/tools/fetch_official_data.py"/>
        <source>{parameter}: {file} must end in .gpkg.</source>
        <translation>{parameter}: {file} skal ende på .gpkg.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <location filename="../processing/tools/delineate_valley.py"/>
        <source>{parameter}: {file} must end in .tif.</source>
        <translation>{parameter}: {file} skal ende på .tif.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>{parameter}: {file} would lie inside FOLDER. Choose a place beside it.</source>
        <translation>{parameter}: {file} ville ligge inde i FOLDER. Vælg et sted ved siden af.</translation>
    </message>
    <message>
        <location filename="../processing/export/folder.py"/>
        <source>{parameter}: {folder} is a file. Choose a folder, or another name.</source>
        <translation>{parameter}: {folder} er en fil. Vælg en mappe eller et andet navn.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/folder_contents.py"/>
        <source>{parameter}: {folder} is the folder of another tool's result ({names}), which this run would replace. Choose another folder.</source>
        <translation>{parameter}: {folder} er mappen med et andet værktøjs resultat ({names}), som denne kørsel ville erstatte. Vælg en anden mappe.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layer_list.py"/>
        <source>{parameter}: {layer} is no vector layer that can be opened. Give a file, a layer in a file as file.gpkg|layername=layer, or a layer of the project. {why}</source>
        <translation>{parameter}: {layer} er ikke et vektorlag, der kan åbnes. Angiv en fil, et lag i en fil som fil.gpkg|layername=lag, eller et lag i projektet. {why}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/plan_package.py"/>
        <source>{parameter}: {path} does not exist. Give the folder of a package, or its {file}.</source>
        <translation>{parameter}: {path} findes ikke. Angiv mappen med en planpakke eller dens {file}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: {place} cannot be written, and nothing was changed there. {why}</source>
        <translation>{parameter}: {place} kan ikke skrives, og intet er ændret der. {why}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: {place} holds another result ({style}), which would be lost. Nothing was changed there. Choose another table, or empty this one first.</source>
        <translation>{parameter}: {place} indeholder et andet resultat ({style}), som ville gå tabt. Der er ikke ændret noget. Vælg en anden tabel, eller tøm denne først.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: {place} holds rows that are no earlier result of this output: it has no column {columns}. They would be lost, and nothing was changed there. Choose another table, or empty this one first.</source>
        <translation>{parameter}: {place} indeholder rækker, der ikke er et tidligere resultat af denne slags: tabellen mangler {columns}. Rækkerne ville gå tabt, og der er ikke ændret noget. Vælg en anden tabel, eller tøm denne først.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: {place} holds {kind} in {crs}, and the result is {other_kind} in {other_crs}. Choose another table.</source>
        <translation>{parameter}: {place} indeholder {kind} i {crs}, og resultatet er {other_kind} i {other_crs}. Vælg en anden tabel.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{parameter}: {place} is a view, into which no result is written. Choose a table.</source>
        <translation>{parameter}: {place} er et view, som der ikke skrives resultater i. Vælg en tabel.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{parameter}: {value} names no layer in a GeoPackage. Write it as ogr:dbname='C:/data/by.gpkg' table="name" (geom).</source>
        <translation>{parameter}: {value} nævner intet lag i en GeoPackage. Skriv det som ogr:dbname='C:/data/by.gpkg' table="navn" (geom).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{place} has a style of somebody's, which was left as it is.</source>
        <translation>{place} har en stil, som nogen har givet den; den er ikke ændret.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/lasting.py"/>
        <source>{place} is temporary, and QGIS deletes it when it closes. Copy it to where it lasts.</source>
        <translation>{place} er midlertidig, og QGIS sletter den, når det lukkes. Kopiér den til et sted, hvor den bliver liggende.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{place}: columns were added: {columns}.</source>
        <translation>{place}: kolonner er tilføjet: {columns}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{place}: nothing was written into the columns {columns}, which the result does not have.</source>
        <translation>{place}: der er intet skrevet i kolonnerne {columns}, som resultatet ikke har.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/tables.py"/>
        <source>{place}: the half table {table} could not be removed: {error}.</source>
        <translation>{place}: den halve tabel {table} kunne ikke fjernes: {error}.</translation>
    </message>
    <message>
        <location filename="../core/plot_ratio/notes.py"/>
        <source>{plots:plot|plots}, {covered:,} of them in the areas: {kept:,} within the limits, {exceeded:,} over, {unknown:,} unknown, {area:,} with a limit for the area as a whole.</source>
        <translation>{plots:grund|grunde}, heraf {covered:,} i åben-lav-områderne: {kept:,} inden for grænserne, {exceeded:,} over, {unknown:,} ukendt, {area:,} med en grænse for området som helhed.</translation>
    </message>
    <message>
        <location filename="../processing/tools/create_sample_data.py"/>
        <source>{properties:property|properties}, {buildings:building|buildings}, {layers:layer|layers}. All of it is invented.</source>
        <translation>{properties:ejendom|ejendomme}, {buildings:bygning|bygninger}, {layers:lag|lag}. Alt er opdigtet.</translation>
    </message>
    <message>
        <location filename="../processing/hearing/run.py"/>
        <source>{property_count:property|properties} of the plan: {heard_count:,} heard, {partly_heard_count:,} in part, {not_heard_count:,} not. {letter_count:letter|letters}: {digital_count:,} for digital post, {print_count:,} for print.</source>
        <translation>{property_count:ejendom|ejendomme} i planen: {heard_count:,} hørt, {partly_heard_count:,} delvist, {not_heard_count:,} ikke. {letter_count:brev|breve}: {digital_count:,} til digital post, {print_count:,} til print.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>{role}: {layer} cannot be read whole and is not checked; the others are.</source>
        <translation>{role}: {layer} kan ikke læses helt og er ikke kontrolleret; de andre er.</translation>
    </message>
    <message>
        <location filename="../processing/tools/validate_data.py"/>
        <source>{role}: {layer}, {rows:row|rows}; fields read: {fields}.</source>
        <translation>{role}: {layer}, {rows:række|rækker}; læste felter: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/wfs.py"/>
        <source>{rows} of {count:row|rows} came</source>
        <translation>{rows} af {count:række|rækker} kom</translation>
    </message>
    <message>
        <location filename="../processing/tools/classify_buildings.py"/>
        <source>{rule} (the municipality's decision)</source>
        <translation>{rule} (kommunens beslutning)</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>{service}: the files are from {first} to {last}. Files that are joined should be of one week: what was made or ended between is lost. Fetch them again when the new ones have come.</source>
        <translation>{service}: filerne er fra {first} til {last}. Filer, der skal kobles, bør være fra samme uge: ellers mangler det, der er oprettet eller ophørt imellem. Hent dem igen, når de nye er kommet.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: the service has no layer {layer}. It may have another name today: look in the service, and give the name in a catalogue of your own (CATALOGUE).</source>
        <translation>{service}: tjenesten har intet lag {layer}. Det kan hedde noget andet i dag: se efter i tjenesten, og skriv navnet i et eget katalog (CATALOGUE).</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer} could not be fetched now ({why}); the rows from {time} are kept.</source>
        <translation>{service}: {layer} kunne ikke hentes nu ({why}); rækkerne fra {time} er beholdt.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer} is not whole ({why}). It is not written. Run the tool again.</source>
        <translation>{service}: {layer} er ikke helt ({why}). Det er ikke skrevet. Kør værktøjet igen.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer} was not answered ({why}). Whether there is anything is not known. Run the tool again later, or download the data and give them to 'Collect data'.</source>
        <translation>{service}: {layer} blev ikke besvaret ({why}). Det vides ikke, om der er noget. Kør værktøjet igen senere, eller hent data i hånden og angiv dem i »Saml data«.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer} was not asked for, since it can only be asked for by an area. Give AREA, or fetch the plans together with it.</source>
        <translation>{service}: {layer} blev der ikke spurgt efter, for det kan kun ske med et område. Angiv AREA, eller hent planerne sammen med det.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer} was refused ({why}). Check the key in AUTH; a new key does not work for the first quarter of an hour.</source>
        <translation>{service}: {layer} blev nægtet ({why}). Kontrollér nøglen i AUTH; en ny nøgle virker først efter et kvarter.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer}: nothing came ({why}). That is no proof that there is nothing here.</source>
        <translation>{service}: {layer}: der kom intet ({why}). Det beviser ikke, at der intet er her.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer}: the service has the layer and nothing of it here.</source>
        <translation>{service}: {layer}: tjenesten har laget og intet af det her.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>{service}: {layer}: {count:row does|rows do} not meet AREA and {count:=is|are} left out.</source>
        <translation>{service}: {layer}: {count:række|rækker} ligger uden for AREA og er udeladt.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>{service}: {layer}: {count:row is|rows are} of other municipalities and left out.</source>
        <translation>{service}: {layer}: {count:række|rækker} hører til andre kommuner og er udeladt.</translation>
    </message>
    <message>
        <location filename="../core/registers/service_results.py"/>
        <source>{service}: {layer}: {rows:row|rows}.</source>
        <translation>{service}: {layer}: {rows:række|rækker}.</translation>
    </message>
    <message>
        <location filename="../core/valley/notes.py"/>
        <source>{share} % of the terrain model has no heights; no valley is drawn there.</source>
        <translation>{share} % af terrænmodellen har ingen højder; dér tegnes ingen dal.</translation>
    </message>
    <message>
        <location filename="../core/delivery/plandata_area.py"/>
        <source>{size:.1f} m² of the plan's area lay outside the boundary, by less than {reach} m, and was cut off.</source>
        <translation>{size:.1f} m² af planens område lå uden for grænsen, mindre end {reach} m fra den, og er skåret af.</translation>
    </message>
    <message>
        <location filename="../processing/job/run.py"/>
        <source>{step}: {seconds} s</source>
        <translation>{step}: {seconds} sek.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table} could not be used: it links Jordstykke and SamletFastEjendom by objectid, and one of the three tables has no such field.</source>
        <translation>{table} kunne ikke bruges: den kobler Jordstykke og SamletFastEjendom på objectid, og en af de tre tabeller har ikke det felt.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table} has no field {wanted}, so no parcel has the name of its district. Its fields are: {fields}.</source>
        <translation>{table} har intet felt {wanted}, så intet jordstykke har sit ejerlavs navn. Dens felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_parts.py"/>
        <source>{table} has no field {wanted}, without which no parcel can be built. Its fields are: {fields}. Download the table again with all its fields.</source>
        <translation>{table} har intet felt {wanted}, og uden det kan jordstykkerne ikke dannes. Dens felter er: {fields}. Hent tabellen igen med alle felter.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_parts.py"/>
        <source>{table} has no geometry, and without the surfaces no parcel can be drawn. Download Lodflade as gpkg, or as csv with the field geometri.</source>
        <translation>{table} har ingen geometri, og uden fladerne kan intet jordstykke tegnes. Hent Lodflade som gpkg eller som csv med feltet geometri.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_parts.py"/>
        <source>{table} has no row in force, so no parcel can be built: {count:row|rows}, of which {ended} ended and {later} yet to begin; status of the others: {statuses}. Download the table as a total of what is in force (Current).</source>
        <translation>{table} har ingen gældende række, så jordstykkerne kan ikke dannes: {count:række|rækker}, hvoraf {ended} er ophørt og {later} endnu ikke gælder; de øvriges status: {statuses}. Hent tabellen som totaludtræk af det gældende (Current).</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table} has not the fields {wanted}, so no parcel has its BFE number. Its fields are: {fields}.</source>
        <translation>{table} har ikke felterne {wanted}, så intet jordstykke har sit BFE-nummer. Dens felter er: {fields}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table} links {count:parcel|parcels} with several properties, though {count:=it is|they are} no common land: {examples}. The property that the parcel states counts.</source>
        <translation>{table} kobler {count:jordstykke|jordstykker} til flere ejendomme, skønt {count:=det|de} ikke er fælleslod: {examples}. Den ejendom, som jordstykket selv oplyser, gælder.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: no source has told what the status {statuses} means; its rows are taken not to be in force. Check some of them in Matriklen.</source>
        <translation>{table}: ingen kilde har oplyst, hvad status {statuses} betyder; rækkerne regnes for ikke gældende. Kontrollér nogle af dem i Matriklen.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:invalid surface was|invalid surfaces were} repaired, of parcel {examples}.</source>
        <translation>{table}: {count:ugyldig flade er|ugyldige flader er} repareret, for jordstykke {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:parcel in force has|parcels in force have} no surface in {surfaces} and {count:=is|are} missing from the layer: {examples}. Take the two tables of one week.</source>
        <translation>{table}: {count:gældende jordstykke har|gældende jordstykker har} ingen flade i {surfaces} og mangler i laget: {examples}. Brug de to tabeller fra samme uge.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:parcel states|parcels state} no property; each is taken for one by itself: {examples}.</source>
        <translation>{table}: {count:jordstykke|jordstykker} oplyser ingen ejendom; hvert regnes for en ejendom for sig: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row has|rows have} a status that is not known from Matriklen: {statuses}. {count:=It is|They are} used where no row in force has the same id.</source>
        <translation>{table}: {count:række|rækker} har en status, der ikke kendes fra Matriklen: {statuses}. {count:=Den|De} bruges, hvor ingen gældende række har samme id.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row in force has|rows in force have} an id that another row has too ({examples}); of each id the row that began last counts, else the first.</source>
        <translation>{table}: {count:gældende række|gældende rækker} har et id, som en anden række også har ({examples}); af hvert id gælder den række, der begyndte sidst, ellers den første.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row is|rows are} history and {count:=is|are} left out: {count:=it has|they have} ended.</source>
        <translation>{table}: {count:række|rækker} er historik og er udeladt: {count:=den|de} er ophørt.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row is|rows are} left out, for {count:=it is|they are} yet to begin.</source>
        <translation>{table}: {count:række|rækker} er udeladt, for {count:=den|de} gælder endnu ikke.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row is|rows are} left out, for {count:=its|their} status is not known from Matriklen: {statuses}. Check whether {count:=it holds|they hold}: parcels may be missing.</source>
        <translation>{table}: {count:række|rækker} er udeladt, for {count:=dens|deres} status kendes ikke fra Matriklen: {statuses}. Kontrollér, om {count:=den|de} gælder: der kan mangle jordstykker.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row is|rows are} left out, for {count:=its|their} status is not one in force: {statuses}.</source>
        <translation>{table}: {count:række|rækker} er udeladt, fordi {count:=dens|deres} status ikke er en gældende: {statuses}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row states|rows state} no status and {count:=is|are} taken to be in force.</source>
        <translation>{table}: {count:række|rækker} oplyser ingen status og regnes for gældende.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:row|rows} in force {count:=has|have} no polygon: {examples}.</source>
        <translation>{table}: {count:gældende række|gældende rækker} har ingen flade: {examples}.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:surface is|surfaces are} left out, for {count:=its|their} parcel is not in force ({known}) or not in {parcels} ({unknown}): {examples}. Take the two tables of one week and one municipality.</source>
        <translation>{table}: {count:flade|flader} er udeladt, for {count:=dens|deres} jordstykke er ikke gældende ({known}) eller findes ikke i {parcels} ({unknown}): {examples}. Brug de to tabeller fra samme uge og for samme kommune.</translation>
    </message>
    <message>
        <location filename="../core/registers/parcel_part_notes.py"/>
        <source>{table}: {count:value|values} of {field} cannot be read and {count:=is|are} unknown: {values}.</source>
        <translation>{table}: {count:værdi|værdier} i {field} kan ikke læses og er ukendt: {values}.</translation>
    </message>
    <message>
        <location filename="../processing/fetch/run.py"/>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <location filename="../processing/unexpected.py"/>
        <source>{tool} stopped at something that it does not know ({kind}: {error}). Nothing was written. Run 'Validate data' on the inputs ({inputs}). If it finds nothing, report this with the log {place}; Lyngby Heritage {version}.</source>
        <translation>»{tool}« blev afbrudt af noget, som programmet ikke kender ({kind}: {error}). Intet blev skrevet. Kør »Kontrollér data« på inddata ({inputs}). Findes der intet, så meld det med loggen {place}; Lyngby Heritage {version}.</translation>
    </message>
    <message>
        <location filename="../processing/tools/uniform_ensembles.py"/>
        <source>{uniform:of them is|of them are} uniform with the neighbours as the designation has it (MIN_NEIGHBOURS {least}, UNIFORM_SHARE {share}). That is counted in 'antal_ensartede', and decides on no proposal.</source>
        <translation>{uniform:af dem er ensartet|af dem er ensartede} med naboerne efter udpegningens regel (MIN_NEIGHBOURS {least}, UNIFORM_SHARE {share}). Det er talt i »antal_ensartede« og afgør ikke, hvad der foreslås.</translation>
    </message>
    <message>
        <location filename="../processing/tools/self_check.py"/>
        <source>{what} does not work in this QGIS: {why}. Update QGIS to 3.34 or newer, or report it.</source>
        <translation>{what} virker ikke i denne QGIS: {why}. Opdatér QGIS til 3.34 eller nyere, eller meld fejlen.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/profile.py"/>
        <source>{why} It was named by: {origin}. PROFILE=indbygget takes the built-in settings instead.</source>
        <translation>{why} Den er angivet af: {origin}. PROFILE=indbygget giver de indbyggede indstillinger i stedet.</translation>
    </message>
    <message>
        <source>'{field}'</source>
        <translation type="vanished">»{field}«</translation>
    </message>
    <message>
        <source>A library does not work inside this QGIS ({broken}). Run the tool 'Self-check' of Lyngby Heritage, which says what to do.</source>
        <translation type="vanished">Et bibliotek virker ikke i denne QGIS ({broken}). Kør værktøjet »Selvtest« i Lyngby Heritage, som siger, hvad der kan gøres.</translation>
    </message>
    <message>
        <source>AUTH is no authentication configuration of this QGIS. A key is never written here, since QGIS keeps parameters in its log and history: make a configuration in QGIS (Settings, Options, Authentication; the method Basic with the key as password) and choose it, or set the environment variable {variable}. If what stands here is a key, make a new one.</source>
        <translation type="vanished">AUTH er ingen autentifikationskonfiguration i denne QGIS. En nøgle skrives aldrig her, for QGIS gemmer parametre i sin log og historik: lav en konfiguration i QGIS (Indstillinger, Indstillinger …, Autentifikation; metoden Basis autentifikation med nøglen som kodeord), og vælg den, eller sæt miljøvariablen {variable}. Er det, der står her, en nøgle, så lav en ny.</translation>
    </message>
    <message>
        <source>Also the registers' own tables (FBB, BBR, GeoDanmark, storeys)</source>
        <translation type="vanished">Også registrenes egne tabeller (FBB, BBR, GeoDanmark, etager)</translation>
    </message>
    <message>
        <source>Also the registers' own tables (FBB, BBR, GeoDanmark, storeys, units)</source>
        <translation type="vanished">Også registrenes egne tabeller (FBB, BBR, GeoDanmark, etager, enheder)</translation>
    </message>
    <message>
        <source>Blanks in each letter</source>
        <translation type="vanished">Felter i kantet parentes i hvert brev</translation>
    </message>
    <message>
        <source>Boundary of the plan</source>
        <translation type="vanished">Lokalplanens afgrænsning</translation>
    </message>
    <message>
        <source>Buildings (output of classifybuildings)</source>
        <translation type="vanished">Bygninger (resultat af »Udpeg bevaringsværdige bygninger«)</translation>
    </message>
    <message>
        <source>Changes (output of comparedesignations)</source>
        <translation type="vanished">Ændringer (resultat af »Sammenlign to udpegninger«)</translation>
    </message>
    <message>
        <source>Choose the layers and read the neighbours; the sliders then move the map.</source>
        <translation type="vanished">Vælg lagene, og find naboerne; derefter flytter skyderne kortet.</translation>
    </message>
    <message>
        <source>Code of the municipality (empty: not checked)</source>
        <translation type="vanished">Kommunekode (tom: kontrolleres ikke)</translation>
    </message>
    <message>
        <source>Computes the plot ratio (bebyggelsesprocent) and the storeys of each plot and says whether they keep the limit that applies there: that of the lokalplan or of its sub-area (delområde), of an area of two storeys, of the zone, or the municipality's own. Where a plan leaves the extent to its sub-areas and these are not given, the limit is unknown.

A plot is the parcels of one property that adjoin, with their registered areas. Floor area comes from BBR (full storeys, used roof storeys, the basement that counts, secondary buildings beyond the deduction); where BBR is silent the footprint times the storeys is used, and named so. The rules in force when the lokalplan was adopted decide the deduction. A limit for an area as a whole is not applied to one plot.

Every plot comes out once, with the sum written out in Danish in 'bemaerkning', so that it can be done again by hand. What cannot be known is 'ukendt', with the reason. With a second limit to compare with, each row says what would change.</source>
        <translation type="vanished">Beregner hver grunds bebyggelsesprocent og etager og siger, om de overholder den grænse, der gælder der: lokalplanens eller dens delområdes, den for et område til to etager, kommuneplanrammens eller kommunens almindelige. Overlader en plan omfanget til sine delområder, og er de ikke givet, er grænsen ukendt.

En grund er de jordstykker på én ejendom, der støder op til hinanden, med deres registrerede areal. Etagearealet kommer fra BBR (fulde etager, udnyttede tagetager, den kælder, der tæller med, og sekundær bebyggelse ud over fradraget); hvor BBR intet siger, bruges omridset gange etagerne, og det fremgår. De regler, der gjaldt, da lokalplanen blev vedtaget, afgør fradraget. En grænse for et område som helhed bruges ikke på den enkelte grund.

Hver grund kommer ud én gang med hele regnestykket i 'bemaerkning', så det kan regnes efter i hånden. Det, der ikke kan vides, er 'ukendt' med en årsag. Med en anden grænse at sammenligne med siger hver række, hvad der ville ændre sig.</translation>
    </message>
    <message>
        <source>Computes the plot ratio (bebyggelsesprocent) and the storeys of each plot and says whether they keep the limit that applies there: that of the lokalplan or of its sub-area (delområde), of an area of two storeys, of the zone, or the municipality's own. Where a plan leaves the extent to its sub-areas and these are not given, the limit is unknown.

A plot is the parcels of one property that adjoin, with their registered areas. Roads and common land are no plots: they come out as not covered and are counted apart. A building over several properties is shared out among them by its footprint. Floor area comes from BBR (full storeys, used roof storeys, the basement that counts, secondary buildings beyond the deduction); where BBR is silent the footprint times the storeys is used, and named so. The rules in force when the lokalplan was adopted decide the deduction. A limit for an area as a whole is not applied to one plot.

Every plot comes out once, with the sum written out in Danish in 'bemaerkning', so that it can be done again by hand. What cannot be known is 'ukendt', with the reason. With a second limit to compare with, each row says what would change.</source>
        <translation type="vanished">Beregner hver grunds bebyggelsesprocent og etager og siger, om de overholder den grænse, der gælder der: lokalplanens eller dens delområdes, den for et område til to etager, kommuneplanrammens eller kommunens almindelige. Overlader en plan omfanget til sine delområder, og er de ikke angivet, er grænsen ukendt.

En grund er de jordstykker på én ejendom, der støder op til hinanden, med deres registrerede areal. Veje og fælleslodder er ikke grunde: de står som ikke omfattet og tælles for sig. En bygning på flere ejendomme deles mellem dem efter sit omrids. Etagearealet kommer fra BBR (fulde etager, udnyttede tagetager, den kælder, der tæller med, og sekundær bebyggelse ud over fradraget); hvor BBR intet siger, bruges omridset gange etagerne, og det fremgår. De regler, der gjaldt, da lokalplanen blev vedtaget, afgør fradraget. En grænse for et område som helhed bruges ikke på den enkelte grund.

Hver grund kommer ud én gang med hele regnestykket i »bemaerkning«, så det kan regnes efter i hånden. Det, der ikke kan vides, er »ukendt« med en årsag. Med en anden grænse at sammenligne med siger hver række, hvad der ville ændre sig.</translation>
    </message>
    <message>
        <source>Computes the plot ratio (bebyggelsesprocent) and the storeys of each plot and says whether they keep the limit that applies there: that of the lokalplan, of an area of two storeys, of the zone, or the municipality's own.

A plot is the parcels of one property that adjoin, with their registered areas. Floor area comes from BBR (full storeys, used roof storeys, the basement that counts, secondary buildings beyond the deduction); where BBR is silent the footprint times the storeys is used, and named so. The rules in force when the lokalplan was adopted decide the deduction. A limit for an area as a whole is not applied to one plot.

Every plot comes out once, with the sum written out in Danish in 'bemaerkning', so that it can be done again by hand. What cannot be known is 'ukendt', with the reason. With a second limit to compare with, each row says what would change.</source>
        <translation type="vanished">Beregner hver grunds bebyggelsesprocent og etager og siger, om de overholder den grænse, der gælder der: lokalplanens, den for et område til to etager, kommuneplanrammens eller kommunens almindelige.

En grund er de jordstykker på én ejendom, der støder op til hinanden, med deres registrerede areal. Etagearealet kommer fra BBR (fulde etager, udnyttede tagetager, den kælder, der tæller med, og sekundær bebyggelse ud over fradraget); hvor BBR intet siger, bruges omridset gange etagerne, og det fremgår. De regler, der gjaldt, da lokalplanen blev vedtaget, afgør fradraget. En grænse for et område som helhed bruges ikke på den enkelte grund.

Hver grund kommer ud én gang med hele regnestykket i 'bemaerkning', så det kan regnes efter i hånden. Det, der ikke kan vides, er 'ukendt' med en årsag. Med en anden grænse at sammenligne med siger hver række, hvad der ville ændre sig.</translation>
    </message>
    <message>
        <source>Cultural environments</source>
        <translation type="vanished">Kulturmiljøer</translation>
    </message>
    <message>
        <source>Cultural environments (output of uniformensembles)</source>
        <translation type="vanished">Forslag til kulturmiljøer (resultat af »Foreslå ensartede områder som kulturmiljøer«)</translation>
    </message>
    <message>
        <source>Cultural environments: the result of 'Propose uniform ensembles' after somebody has looked at it.</source>
        <translation type="vanished">Kulturmiljøer: resultatet af »Foreslå ensartede områder som kulturmiljøer«, når nogen har gennemgået det.</translation>
    </message>
    <message>
        <source>Decisions are written into {file}. The main job reads them where the file is called {name} and lies in or beside INPUT, or beside FOLDER.</source>
        <translation type="vanished">Beslutninger skrives i {file}. Planens kørsel læser dem, når filen hedder {name} og ligger i eller ved siden af INPUT, ellers ved siden af FOLDER.</translation>
    </message>
    <message>
        <source>Designated by the rule for value 4</source>
        <translation type="vanished">Udpeget efter reglen for værdi 4</translation>
    </message>
    <message>
        <source>Designated by value 1-3</source>
        <translation type="vanished">Udpeget på værdi 1-3</translation>
    </message>
    <message>
        <source>Each letter has {count:blank|blanks} in brackets. Fill them in once for all, in the profile (rules/hearing.json) or the template, and run the tool again.</source>
        <translation type="vanished">Hvert brev har {count:felt|felter} i kantet parentes. Udfyld dem én gang for alle i profilen (rules/hearing.json) eller skabelonen, og kør værktøjet igen.</translation>
    </message>
    <message>
        <source>Every building of value 4</source>
        <translation type="vanished">Alle bygninger med værdi 4</translation>
    </message>
    <message>
        <source>Finds whom the plan is sent to, writes a letter to each, and accounts for every property.</source>
        <translation type="vanished">Finder dem, planen sendes til, skriver et brev til hver og gør regnskab for hver ejendom.</translation>
    </message>
    <message>
        <source>Finds whom to hear about a plan, writes one letter to each, and proves that nobody is lost: every property with a designated building or in a decided cultural environment is heard, or stands in the account with the reason why not.

PLAN is the package of the plan. OWNERS is the municipality's own extract, a row for each owner, tenant or user and property: ejendom_id or bfe, navn, adresse, postnr, by, rolle (ejer, lejer, bruger; empty: ejer) and, where there is one, an id for digital post. Who has one id, or else one name and address however they are written, is one receiver and gets one letter on all that is theirs. OTHERS are authorities, associations and the kulturmiljøråd (also GeoFA's theme 5717). With NEARBY the properties that lie so near the plan are listed; whom it affects essentially is for you to decide, in the column hoeres of that list, which is then read as NEIGHBOURS.

Without HEARING_TO the last day is the first that the law allows, moved to a working day. A shorter hearing is refused. The letters are Word files from a template of the municipality's own; what nobody has decided stands in brackets.

Names, addresses and ids stand in FOLDER alone: not in the log, the package or the website. FOLDER must not lie in the package.</source>
        <translation type="vanished">Finder dem, der skal høres om en plan, skriver ét brev til hver og viser, at ingen er glemt: hver ejendom med en udpeget bygning eller i et besluttet kulturmiljø er hørt, eller den står i regnskabet med grunden til, at den ikke er.

PLAN er planens pakke. OWNERS er kommunens eget udtræk, en række for hver ejer, lejer eller bruger og ejendom: ejendom_id eller bfe, navn, adresse, postnr, by, rolle (ejer, lejer, bruger; tom: ejer) og, hvor det findes, et id til digital post. Den, der har samme id eller ellers samme navn og adresse, hvordan de end er skrevet, er én modtager og får ét brev om alt sit. OTHERS er myndigheder, foreninger og kulturmiljørådet (også GeoFA's tema 5717). Med NEARBY kommer ejendomme, der ligger så nær planen, på en liste; hvem den berører væsentligt, afgør I i listens kolonne hoeres, og den læses så som NEIGHBOURS.

Uden HEARING_TO er den sidste dag den første, loven tillader, flyttet til en hverdag. En kortere høring bliver afvist. Brevene er Word-filer efter kommunens egen skabelon; det, ingen har besluttet, står i kantet parentes.

Navne, adresser og id'er står kun i FOLDER: ikke i loggen, pakken eller på hjemmesiden. FOLDER må ikke ligge i pakken.</translation>
    </message>
    <message>
        <source>From the answers of a hearing to the table to work in, the decisions and the white book.

First give ANSWERS (a row for each answer, or for each point of one) and BEFORE, the buildings that went to the hearing, and a FOLDER: it gets a workbook and a layer in which each answer is led to its building, by id, property, address or a place drawn on the map, with empty cells for summary, assessment, consequence (ingen, aendret, imoedekommet, delvist) and decision (udpeg, udpeg_ikke).

Then give the table filled in as ANSWERS, and OUTPUT_DECISIONS: the decisions as the tool that designates buildings reads them. Designate again with them, and give the result as AFTER: the white book says what was changed because of the hearing and what was not, and why. A decision that AFTER does not carry out stops the run, and so does an answer without assessment or consequence where a public version is asked for.

The public versions (OUTPUT for Word, OUTPUT_HTML) hold no names of private persons and no answer's own words, but their summaries. FOLDER is internal: names, full texts, and a page for each who took part.</source>
        <translation type="vanished">Fra høringens svar til arbejdsskema, beslutninger og hvidbog.

Angiv først ANSWERS (en række for hvert svar eller for hvert punkt i et svar) og BEFORE, de bygninger, der var i høring, samt FOLDER: Mappen får et regneark og et lag, hvor hvert svar er ført til sin bygning efter id, ejendom, adresse eller et sted, der er tegnet på kortet, med tomme celler til resumé, vurdering, konsekvens (ingen, aendret, imoedekommet, delvist) og beslutning (udpeg, udpeg_ikke).

Angiv derefter det udfyldte skema som ANSWERS og OUTPUT_DECISIONS: beslutningerne, som værktøjet, der udpeger bygninger, læser dem. Udpeg igen med dem, og angiv resultatet som AFTER: Hvidbogen viser, hvad der er ændret på grund af høringen, hvad der ikke er, og hvorfor. En beslutning, som AFTER ikke følger, afbryder kørslen. Det samme gør et svar uden vurdering eller konsekvens, når en offentlig udgave ønskes.

De offentlige udgaver (OUTPUT til Word, OUTPUT_HTML) indeholder ingen privatpersoners navne og ikke svarenes egne ord, men deres resumé. FOLDER er intern: navne, fulde tekster og en side til hver, der har svaret.</translation>
    </message>
    <message>
        <source>GDAL says: {said}.</source>
        <translation type="vanished">GDAL siger: {said}.</translation>
    </message>
    <message>
        <source>Gathers the layers of landscape, nature and heritage in one designation layer: each with its theme, name, status, guideline, legal ground, source and source id.

Layers are known by the names that they have in Plandata, Danmarks Miljøportal and Fund og Fortidsminder, by ordinary file names, or by the theme code on their rows; THEMES names the others. A layer whose theme is not known is left out and named, never guessed. Parts of one area with the same id are merged. Points and lines stay: they are drawn as narrow areas and their area is unknown.

A layer that is empty or does not reach the municipality makes its theme unknown. That is said in the log, the report and the tables, for it is not the same as no restriction.

With buildings and parcels the tool says which themes hold which building, and how much of which property. With an earlier result it says what stays, is new and is gone, theme by theme.</source>
        <translation type="vanished">Samler lagene om landskab, natur og kulturarv i ét udpegningslag: hver udpegning med tema, navn, status, retningslinje, lovgrundlag, kilde og kildens id.

Lag genkendes på de navne, de har hos Plandata, Danmarks Miljøportal og Fund og Fortidsminder, på almindelige filnavne eller på rækkernes temakode; de øvrige navngives under »Temaer for lag, der ikke kendes på navnet«. Et lag, hvis tema ikke kendes, udelades og nævnes; der gættes ikke. Dele af ét areal med samme id lægges sammen. Punkter og linjer bliver stående: de tegnes som smalle flader, og deres areal er ukendt.

Et lag, der er tomt eller ikke når ind i kommunen, gør sit tema ukendt. Det siges i loggen, rapporten og tabellerne, for det er ikke det samme som, at intet gælder.

Med bygninger og jordstykker siger værktøjet, hvilke temaer der gælder for hvilken bygning, og hvor meget af hvilken ejendom. Med et tidligere resultat siger det, hvad der fastholdes, er nyt og er udgået, tema for tema.</translation>
    </message>
    <message>
        <source>Give it as DECISIONS when the buildings are designated again.</source>
        <translation type="vanished">Angiv den som DECISIONS, når bygningerne udpeges igen.</translation>
    </message>
    <message>
        <source>Give the plan's package in PLAN (its folder, or its GeoPackage).</source>
        <translation type="vanished">Angiv planpakken i PLAN (dens mappe eller dens GeoPackage).</translation>
    </message>
    <message>
        <source>How long a hearing must last at least by planloven § 24. A shorter one is refused.</source>
        <translation type="vanished">Hvor længe en høring mindst skal vare efter planlovens § 24. En kortere bliver afvist.</translation>
    </message>
    <message>
        <source>INPUT: no layer can be read in {path}. Give a GeoPackage, or a folder that holds the layers as GeoPackage, GeoJSON, shapefile or another file that QGIS opens.</source>
        <translation type="vanished">INPUT: der kan ikke læses noget lag i {path}. Angiv en GeoPackage eller en mappe med lagene som GeoPackage, GeoJSON, shapefil eller en anden fil, som QGIS åbner.</translation>
    </message>
    <message>
        <source>Landscape (output of maplandscape)</source>
        <translation type="vanished">Landskab (resultat af »Kortlæg landskab og kulturarv«)</translation>
    </message>
    <message>
        <source>Layers: a GeoPackage, a folder of layers, a project, or a schema of PostGIS</source>
        <translation type="vanished">Lag: en GeoPackage, en mappe med lag, et projekt eller et skema i PostGIS</translation>
    </message>
    <message>
        <source>Layers: a GeoPackage, or a folder of layers</source>
        <translation type="vanished">Lag: en GeoPackage eller en mappe med lag</translation>
    </message>
    <message>
        <source>Left out: {step}. {reason}</source>
        <translation type="vanished">Udeladt: {step}. {reason}</translation>
    </message>
    <message>
        <source>Left out: {tool} ({title}). {reason}</source>
        <translation type="vanished">Udeladt: {tool} ({title}). {reason}</translation>
    </message>
    <message>
        <source>Lokalplan (at least 4 weeks)</source>
        <translation type="vanished">Lokalplan (mindst 4 uger)</translation>
    </message>
    <message>
        <source>Lokalplan of minor importance (at least 2 weeks)</source>
        <translation type="vanished">Lokalplan af mindre betydning (mindst 2 uger)</translation>
    </message>
    <message>
        <source>Lokalplan together with a change of the kommuneplan (at least 8 weeks)</source>
        <translation type="vanished">Lokalplan sammen med en ændring af kommuneplanen (mindst 8 uger)</translation>
    </message>
    <message>
        <source>MUNICIPALITY: '{code}' is no code of a municipality; expected three digits such as 0173.</source>
        <translation type="vanished">MUNICIPALITY: »{code}« er ikke en kommunekode; der forventes cifre som 0173 eller 173.</translation>
    </message>
    <message>
        <source>Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village and a station quarter above a river valley, with all layers that the main job reads, the registers as they are delivered, and a terrain model.

Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of the real register, and missing, odd and contradictory values occur as they do there. The same seed and number of properties always give the same data.</source>
        <translation type="vanished">Laver en opdigtet dansk kommune at afprøve værktøjerne på: en by med villaer, rækkehuse, en gammel landsby og et stationskvarter over en ådal, med alle de lag, som hovedopgaven læser, registrene, som de leveres, og en terrænmodel.

Alt er opdigtet; hver række siger det i feltet 'oprindelse'. SAVE-værdierne er fordelt som i det virkelige register, og manglende, mærkelige og modstridende værdier forekommer ligesom dér. Samme startværdi og antal ejendomme giver altid de samme data.</translation>
    </message>
    <message>
        <source>Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village and a station quarter above a river valley, with all layers that the main job reads, the registers as they are delivered, and a terrain model.

With FOLDER the same municipality is written a second time as its data are delivered: Datafordeleren's files in their zips, the parcels in their four parts, Plandata, FBB, Danmarks Miljøportal, the terrain in tiles, and the municipality's own layers. Beside them lie tables of owners and of hearing answers.

Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of the real register, and missing, odd and contradictory values occur as they do there. The same seed and number of properties always give the same data.</source>
        <translation type="vanished">Laver en opdigtet dansk kommune at afprøve værktøjerne på: en by med villaer, rækkehuse, en gammel landsby og et stationskvarter over en ådal, med alle de lag, som hovedopgaven læser, registrene, som de leveres, og en terrænmodel.

Med »Mappe til data, som de leveres« skrives den samme kommune en gang til, som dens data leveres: Datafordelerens filer i deres zip-filer, jordstykkerne i deres fire dele, Plandata, FBB, Danmarks Miljøportal, terrænet i felter og kommunens egne lag. Ved siden af ligger tabeller over ejere og over høringssvar.

Alt er opdigtet; hver række siger det i feltet 'oprindelse'. SAVE-værdierne er fordelt som i det virkelige register, og manglende, mærkelige og modstridende værdier forekommer ligesom dér. Samme startværdi og antal ejendomme giver altid de samme data.</translation>
    </message>
    <message>
        <source>Makes one building layer from the registers as they are delivered: SAVE values from FBB or GeoFA's theme 6205, polygons from GeoDanmark, buildings and storeys from BBR. Every other tool reads the result without naming a field.

A SAVE value is joined to its building by BBR's id, else by the BBR number, else to the nearest building without one. The field 'kobling' says which, 'kobling_m' how far the point lies from the building. BBR's rows that do not stand by their status, ended versions and cases without a place are left out.

No row is lost: a SAVE value without a building comes out as its own point, what is in no building stands in the second layer with its reason, and the log accounts for each row of each input.</source>
        <translation type="vanished">Laver ét bygningslag af registrene, som de bliver leveret: SAVE-værdier fra FBB eller GeoFA's tema 6205, flader fra GeoDanmark, bygninger og etager fra BBR. Alle andre værktøjer læser resultatet, uden at man skal vælge felter.

En SAVE-værdi kobles til sin bygning på BBR's id, ellers på bbrnummer, ellers til den nærmeste bygning uden SAVE-værdi. Feltet 'kobling' siger hvordan, og 'kobling_m', hvor langt punktet ligger fra bygningen. BBR's rækker om bygninger, der efter deres status ikke står, ophørte versioner og sager uden placering er udeladt.

Ingen række går tabt: en SAVE-værdi uden bygning står som sit eget punkt, alt, der ikke er i nogen bygning, står med årsag i det andet lag, og loggen gør rede for hver række i hvert input.</translation>
    </message>
    <message>
        <source>Makes one building layer from the registers as they are delivered: SAVE values from FBB, polygons from GeoDanmark, buildings and storeys from BBR. Every other tool reads the result without naming a field.

A SAVE value is joined to its building by BBR's id, else by the BBR number, else to the nearest building without one. The field 'kobling' says which, 'kobling_m' how far the point lies from the building. BBR's historic and mistaken rows (status 10, 11), ended versions and cases without a place are left out.

No row is lost: a SAVE value without a building comes out as its own point, what is in no building stands in the second layer with its reason, and the log accounts for each row of each input.</source>
        <translation type="vanished">Laver ét bygningslag af registrene, som de bliver leveret: SAVE-værdier fra FBB, flader fra GeoDanmark, bygninger og etager fra BBR. Alle andre værktøjer læser resultatet, uden at man skal vælge felter.

En SAVE-værdi kobles til sin bygning på BBR's id, ellers på bbrnummer, ellers til den nærmeste bygning uden SAVE-værdi. Feltet 'kobling' siger hvordan, og 'kobling_m', hvor langt punktet ligger fra bygningen. BBR's historiske og fejlregistrerede rækker (status 10 og 11), ophørte versioner og sager uden placering er udeladt.

Ingen række går tabt: en SAVE-værdi uden bygning står som sit eget punkt, alt, der ikke er i nogen bygning, står med årsag i det andet lag, og loggen gør rede for hver række i hvert input.</translation>
    </message>
    <message>
        <source>Makes one building layer from the registers as they are delivered: SAVE values from FBB, polygons from GeoDanmark, buildings and storeys from BBR. Every other tool reads the result without naming a field.

A SAVE value is joined to its building by BBR's id, else by the BBR number, else to the nearest building without one. The field 'kobling' says which, 'kobling_m' how far the point lies from the building. BBR's rows that do not stand by their status, ended versions and cases without a place are left out.

No row is lost: a SAVE value without a building comes out as its own point, what is in no building stands in the second layer with its reason, and the log accounts for each row of each input.</source>
        <translation type="vanished">Laver ét bygningslag af registrene, som de bliver leveret: SAVE-værdier fra FBB, flader fra GeoDanmark, bygninger og etager fra BBR. Alle andre værktøjer læser resultatet, uden at man skal vælge felter.

En SAVE-værdi kobles til sin bygning på BBR's id, ellers på bbrnummer, ellers til den nærmeste bygning uden SAVE-værdi. Feltet 'kobling' siger hvordan, og 'kobling_m', hvor langt punktet ligger fra bygningen. BBR's rækker om bygninger, der efter deres status ikke står, ophørte versioner og sager uden placering er udeladt.

Ingen række går tabt: en SAVE-værdi uden bygning står som sit eget punkt, alt, der ikke er i nogen bygning, står med årsag i det andet lag, og loggen gør rede for hver række i hvert input.</translation>
    </message>
    <message>
        <source>Missing or broken in this QGIS: {names}. On Windows install QGIS again with the OSGeo4W installer; on Debian and Ubuntu run: apt install {packages}. A copy installed with pip may be built for another GEOS, GDAL or PROJ than this QGIS's: remove it (pip uninstall).</source>
        <translation type="vanished">Mangler eller virker ikke i denne QGIS: {names}. På Windows: installer QGIS igen med OSGeo4W-installationsprogrammet. På Debian og Ubuntu: kør apt install {packages}. En udgave installeret med pip kan være bygget til en anden GEOS, GDAL eller PROJ end denne QGIS': fjern den (pip uninstall).</translation>
    </message>
    <message>
        <source>No building of value 4</source>
        <translation type="vanished">Ingen bygninger med værdi 4</translation>
    </message>
    <message>
        <source>No part of the valley lies farther from the watercourse than half of this.</source>
        <translation type="vanished">Ingen del af dalen ligger længere fra vandløbet end det halve af dette.</translation>
    </message>
    <message>
        <source>Nobody says that the plan is public in Plandata, from when on it is in force (planloven § 54 b(4)).</source>
        <translation type="vanished">Ingen siger, at planen er offentliggjort i Plandata, og først derfra gælder den (planloven § 54 b, stk. 4).</translation>
    </message>
    <message>
        <source>OWNERS names no tenants or no users of these properties. Planloven § 26 names them too; the account says so.</source>
        <translation type="vanished">OWNERS nævner ingen lejere eller ingen brugere af disse ejendomme. Planlovens § 26 nævner også dem; regnskabet siger det.</translation>
    </message>
    <message>
        <source>Of them listed or a church, apart from the provisions</source>
        <translation type="vanished">Heraf fredede eller kirker, uden for bestemmelserne</translation>
    </message>
    <message>
        <source>Of {wanted:row|rows} of {layer} only {written} could be written. Save the layer as a GeoPackage in QGIS to see which rows are wrong.</source>
        <translation type="vanished">Af {wanted:række|rækker} i {layer} kunne kun {written} skrives. Gem laget som GeoPackage i QGIS for at se, hvilke rækker der er noget galt med.</translation>
    </message>
    <message>
        <source>Of {wanted} rows of {layer} only {written} could be written. Save the layer as a GeoPackage in QGIS to see which rows are wrong.</source>
        <translation type="vanished">Af {wanted} rækker i {layer} kunne kun {written} skrives. Gem laget som GeoPackage i QGIS for at se, hvilke rækker der er noget galt med.</translation>
    </message>
    <message>
        <source>PREVIOUS: {count} rows have a theme that the catalogue does not have, and are not compared: {themes}.</source>
        <translation type="vanished">PREVIOUS: {count} rækker har et tema, som kataloget ikke har, og er ikke sammenlignet: {themes}.</translation>
    </message>
    <message>
        <source>Plots (output of checkplotratio)</source>
        <translation type="vanished">Grunde (resultat af »Kontrollér bebyggelsesprocent og etager«)</translation>
    </message>
    <message>
        <source>Proposes cultural environments: groups of main buildings that are alike, neighbour by neighbour, such as a terrace, a scheme or a quarter built as one.

Who is a neighbour and from when two are alike is what the designation of buildings uses, with the same parameters. A group is what hangs together through such pairs. Its outline follows the properties' parcels, or without parcels the buildings. Each proposal carries its figures and a reason in Danish: how many buildings, built when, alike in what, of which SAVE values, how many designated.

Uniform is not the same as worthy: these are proposals for people who know the place, and the field 'status' says so. Give a designated layer (of the tool that designates buildings) to have its designations counted.</source>
        <translation type="vanished">Foreslår kulturmiljøer: grupper af hovedbygninger, der ligner hinanden nabo for nabo, for eksempel en rækkehusbebyggelse eller et kvarter, der er bygget på én gang.

Hvem der er nabo, og hvornår to ligner hinanden, er det samme som i udpegningen af bygninger og har de samme indstillinger. En gruppe er det, der hænger sammen gennem sådanne par. Omridset følger ejendommenes jordstykker, og uden jordstykker bygningerne. Hvert forslag har sine tal og en begrundelse: hvor mange bygninger, opført hvornår, ens på hvad, med hvilke SAVE-værdier, og hvor mange der er udpeget.

Ensartet er ikke det samme som bevaringsværdigt: det er forslag til folk, der kender stedet, og det står i feltet 'status'. Angiv et lag med udpegninger (fra værktøjet, der udpeger bygninger) for at få dem talt med.</translation>
    </message>
    <message>
        <source>Puts results together as a package: GeoPackage, project, maps, annexes, draft provisions and website.</source>
        <translation type="vanished">Samler resultaterne til en pakke: GeoPackage, projekt, kort, bilag, udkast til bestemmelser og hjemmeside.</translation>
    </message>
    <message>
        <source>Puts results together as a package: GeoPackage, project, maps, annexes, draft provisions, explanatory statement and website.</source>
        <translation type="vanished">Samler resultaterne i en pakke: GeoPackage, projekt, kort, bilag, udkast til bestemmelser, redegørelse og hjemmeside.</translation>
    </message>
    <message>
        <source>Puts the designated buildings, and whatever else the other tools have made, together into one folder: a GeoPackage with all layers and their styles, a QGIS project that opens from any folder, the maps as one PDF (A3 maps of the whole, and an A4 sheet for each cultural environment, quarter or square of a grid), the annexes of buildings and properties for Excel, a draft of the plan's provisions, and a website.

Only the classified buildings are required. The annexes are sorted by address and list each designated building with its cadastral number, SAVE value and ground of designation. The draft is a draft: it is marked so, and marks what the municipality's lawyers must decide.

The package appears whole or not at all; an earlier one in the folder is replaced, and other files in it, or files of the package that somebody has worked on, are kept. A table in the GeoPackage says what the package was made from.</source>
        <translation type="vanished">Samler de udpegede bygninger, og hvad de øvrige værktøjer har lavet, i én mappe: en GeoPackage med alle lag og deres stile, et QGIS-projekt, der kan åbnes fra enhver mappe, kortene som én PDF (A3-kort over helheden og et A4-blad for hvert kulturmiljø, kvarter eller felt i et net), bilagene over bygninger og ejendomme til Excel, et udkast til lokalplanens bestemmelser og en hjemmeside.

Kun bygningerne med deres udpegning er påkrævet. Bilagene er sorteret efter adresse og opfører hver udpeget bygning med matrikelnummer, SAVE-værdi og grunden til udpegningen. Udkastet er et udkast: det er mærket som sådan og viser, hvad kommunens jurister skal tage stilling til.

Pakken bliver skrevet hel eller slet ikke; en tidligere pakke i mappen erstattes, mens andre filer i den, og filer fra pakken, som nogen har arbejdet i, bliver gemt. En tabel i GeoPackagen siger, hvad pakken er lavet af.</translation>
    </message>
    <message>
        <source>Puts the designated buildings, and whatever else the other tools have made, together into one folder: a GeoPackage with all layers and their styles, a QGIS project that opens from any folder, the maps as one PDF (A3 maps of the whole, and an A4 sheet for each cultural environment, quarter or square of a grid), the annexes of buildings and properties for Excel, a draft of the plan's provisions, its explanatory statement with the environmental screening, and a website.

Only the classified buildings are required. The annexes are sorted by address and list each designated building with its cadastral number, SAVE value and ground of designation. The draft is a draft: it is marked so, and marks what the municipality's lawyers must decide. The statement tells the rule in prose, counts what the plan touches, and never takes what nobody knows for a no.

The package appears whole or not at all; an earlier one in the folder is replaced, and other files in it, or files of the package that somebody has worked on, are kept. A table in the GeoPackage says what the package was made from.</source>
        <translation type="vanished">Samler de udpegede bygninger, og hvad de øvrige værktøjer har lavet, i én mappe: en GeoPackage med alle lag og deres stile, et QGIS-projekt, der kan åbnes fra enhver mappe, kortene som én PDF (A3-kort over helheden og et A4-blad for hvert kulturmiljø, kvarter eller felt i et net), bilagene over bygninger og ejendomme til Excel, et udkast til lokalplanens bestemmelser, dens redegørelse med miljøscreening og en hjemmeside.

Kun bygningerne med deres udpegning er påkrævet. Bilagene er sorteret efter adresse og opfører hver udpeget bygning med matrikelnummer, SAVE-værdi og grunden til udpegningen. Udkastet er et udkast: det er mærket som sådan og viser, hvad kommunens jurister skal tage stilling til. Redegørelsen fortæller reglen i prosa, tæller, hvad planen berører, og svarer aldrig nej, hvor ingen ved det.

Pakken bliver skrevet hel eller slet ikke; en tidligere pakke i mappen erstattes, mens andre filer i den, og filer fra pakken, som nogen har arbejdet i, bliver gemt. En tabel i GeoPackagen siger, hvad pakken er lavet af.</translation>
    </message>
    <message>
        <source>RESOLUTION {wanted} m is finer than the model's cells of {cell} m; the model's own are used.</source>
        <translation type="vanished">RESOLUTION {wanted} m er finere end modellens celler på {cell} m; modellens egne bruges.</translation>
    </message>
    <message>
        <source>Read the neighbours</source>
        <translation type="vanished">Find naboerne</translation>
    </message>
    <message>
        <source>Rows (GeoPackage)</source>
        <translation type="vanished">Rækker (GeoPackage)</translation>
    </message>
    <message>
        <source>Rows of BBR left out as historic, mistaken, ended or older</source>
        <translation type="vanished">Rækker fra BBR udeladt som historiske, fejlregistrerede, ophørte eller ældre</translation>
    </message>
    <message>
        <source>SERVICES: there is no service {value}. The services are: {services}.</source>
        <translation type="vanished">SERVICES: der er ingen tjeneste {value}. Tjenesterne er: {services}.</translation>
    </message>
    <message>
        <source>STATE = {asked} asks for an adopted plan, but the package is of a plan that was never adopted (it was made with STATE = {own}). Make the package of the adopted plan with 'Export the kulturhistorisk lokalplan' first.</source>
        <translation type="vanished">STATE = {asked} beder om en vedtaget plan, men pakken er af en plan, der aldrig er vedtaget (den er lavet med STATE = {own}). Lav først den vedtagne plans pakke med »Eksportér den kulturhistoriske lokalplan«.</translation>
    </message>
    <message>
        <source>Says for each building whether it is designated as worthy of preservation (bevaringsværdig), and why.

Buildings of SAVE value 1-3 are designated. Buildings of value 4 are designated where they are of uniform character with the neighbouring properties: compared on use, year, storeys, outer wall, roofing and footprint. A decision of the council on a single building comes before both. Every row comes out once, with a reason in Danish that its owner can follow; a building nobody assessed is not one of low value.

Fields are found by the names they have in FBB, BBR and GeoDanmark, also cut by a shapefile. With parcels the neighbours are those on adjoining properties; without, the buildings within a distance. Give all BBR buildings as further buildings, since FBB holds only those that were assessed.

The report shows what each threshold costs, and what the other rules for value 4 would do on the same data.</source>
        <translation type="vanished">Siger for hver bygning, om den udpeges som bevaringsværdig, og hvorfor.

Bygninger med SAVE-værdi 1-3 udpeges. Bygninger med værdi 4 udpeges, når de har ensartet karakter med naboejendomme: de sammenlignes på anvendelse, opførelsesår, etager, ydervæg, tagdækning og bebygget areal. En beslutning i kommunalbestyrelsen om en enkelt bygning går forud for begge dele. Hver række kommer ud én gang, med en begrundelse på dansk, som ejeren kan følge; en bygning, ingen har vurderet, er ikke en bygning med lav værdi.

Felterne findes på de navne, de har i FBB, BBR og GeoDanmark, også afkortet i en shapefil. Med jordstykker er naboerne dem på de tilstødende ejendomme; uden er det bygningerne inden for en afstand. Angiv alle BBR-bygninger som øvrige bygninger, for FBB indeholder kun dem, der er vurderet.

Rapporten viser, hvad hver tærskel betyder, og hvad de andre regler for værdi 4 ville give på de samme data.</translation>
    </message>
    <message>
        <source>Says for each building whether it is designated as worthy of preservation (bevaringsværdig), and why.

Buildings of SAVE value {high_values} are designated. Buildings of value {neighbour_value} are designated where they are of uniform character with the neighbouring properties: compared on use, year, storeys, outer wall, roofing and footprint. A decision of the council on a single building comes before both. Every row comes out once, with a reason in Danish that its owner can follow; a building nobody assessed is not one of low value.

Fields are found by the names they have in FBB, BBR and GeoDanmark, also cut by a shapefile. With parcels the neighbours are those on adjoining properties; without, the buildings within a distance. Give all BBR buildings as further buildings, since FBB holds only those that were assessed.

The report shows what each threshold costs, and what the other rules for value {neighbour_value} would do on the same data.</source>
        <translation type="vanished">Siger for hver bygning, om den udpeges som bevaringsværdig, og hvorfor.

Bygninger med SAVE-værdi {high_values} udpeges. Bygninger med værdi {neighbour_value} udpeges, når de har ensartet karakter med naboejendomme: de sammenlignes på anvendelse, opførelsesår, etager, ydervæg, tagdækning og bebygget areal. En beslutning i kommunalbestyrelsen om en enkelt bygning går forud for begge dele. Hver række kommer ud én gang, med en begrundelse på dansk, som ejeren kan følge; en bygning, ingen har vurderet, er ikke en bygning med lav værdi.

Felterne findes på de navne, de har i FBB, BBR og GeoDanmark, også afkortet i en shapefil. Med jordstykker er naboerne dem på de tilstødende ejendomme; uden er det bygningerne inden for en afstand. Angiv alle BBR-bygninger som øvrige bygninger, for FBB indeholder kun dem, der er vurderet.

Rapporten viser, hvad hver tærskel betyder, og hvad de andre regler for værdi {neighbour_value} ville give på de samme data.</translation>
    </message>
    <message>
        <source>Smaller pieces are left out.</source>
        <translation type="vanished">Mindre stykker udelades.</translation>
    </message>
    <message>
        <source>Step {number} of {count} ({tool}) failed: {why} Nothing was written, and an earlier package in the folder is untouched.</source>
        <translation type="vanished">Trin {number} af {count} ({tool}) mislykkedes: {why} Intet er skrevet, og en tidligere pakke i mappen er urørt.</translation>
    </message>
    <message>
        <source>THEMES has {count} cells; expected pairs of a layer and a theme: {cells}.</source>
        <translation type="vanished">THEMES har {count} celler; der ventes par af et lag og et tema: {cells}.</translation>
    </message>
    <message>
        <source>The answers of the hearing as a table. Nothing of what stands in it is told: a row is named by its place in the table.</source>
        <translation type="vanished">Høringssvarene som tabel. Intet af det, der står i den, nævnes: En række kaldes ved sit nummer i tabellen.</translation>
    </message>
    <message>
        <source>The area of the plan as a polygon. Maps and provisions name it; without it the maps show all that is given.</source>
        <translation type="vanished">Planens område som flade. Kort og bestemmelser bruger den; uden den viser kortene alt, hvad der er angivet.</translation>
    </message>
    <message>
        <source>The bitemporal download of BBR's buildings, which tells when something happened.</source>
        <translation type="vanished">Det bitemporale udtræk af BBR's bygninger, som siger, hvornår noget skete.</translation>
    </message>
    <message>
        <source>The data are of municipality {code}, says {layer}: rows of another are told. MUNICIPALITY chooses one.</source>
        <translation type="vanished">Data er fra kommune {code}, siger {layer}: rækker fra en anden nævnes. MUNICIPALITY vælger en bestemt.</translation>
    </message>
    <message>
        <source>The data do not say which municipality they are of, so rows of another are not looked for. Give MUNICIPALITY.</source>
        <translation type="vanished">Data siger ikke, hvilken kommune de er fra, så rækker fra en anden kontrolleres ikke. Angiv MUNICIPALITY.</translation>
    </message>
    <message>
        <source>The file is there, but damaged, cut off or no file of layers. Fetch it again.</source>
        <translation type="vanished">Filen er der, men den er beskadiget, afkortet eller ingen fil med lag. Hent den igen.</translation>
    </message>
    <message>
        <source>The hearing lasts {days:day|days}. Planloven § 24 asks for at least {least} days for a lokalplan, unless it is of minor importance.</source>
        <translation type="vanished">Høringen varer {days:dag|dage}. Planlovens § 24 kræver mindst {least} dage for en lokalplan, medmindre den er af mindre betydning.</translation>
    </message>
    <message>
        <source>The input holds neither the layer 'bygninger' nor the layer 'fbb' or 'bygningsvurdering' to make it from. Found: {found}. Rename the layer of buildings to 'bygninger', or add FBB's points as 'fbb', or GeoFA's theme 6205 as 'bygningsvurdering'.</source>
        <translation type="vanished">Inddata har hverken laget »bygninger« eller laget »fbb« eller »bygningsvurdering«, som det kan laves af. Fundet: {found}. Omdøb bygningslaget til »bygninger«, eller tilføj FBB's punkter som »fbb« eller GeoFA's tema 6205 som »bygningsvurdering«.</translation>
    </message>
    <message>
        <source>The input holds neither the layer 'bygninger' nor the layer 'fbb' to make it from. Found: {found}. Not used: {unused}. Rename the layer of buildings to 'bygninger', or add FBB's points as 'fbb'.</source>
        <translation type="vanished">Inddata har hverken laget »bygninger« eller laget »fbb«, som det kan laves af. Fundet: {found}. Ikke brugt: {unused}. Omdøb bygningslaget til »bygninger«, eller tilføj FBB's punkter som »fbb«.</translation>
    </message>
    <message>
        <source>The input holds neither the layer 'bygninger' nor the layer 'fbb' to make it from. Found: {found}. Rename the layer of buildings to 'bygninger', or add FBB's points as 'fbb'.</source>
        <translation type="vanished">Inddata har hverken laget »bygninger« eller laget »fbb«, som det kan laves af. Fundet: {found}. Omdøb bygningslaget til »bygninger«, eller tilføj FBB's punkter som »fbb«.</translation>
    </message>
    <message>
        <source>The layer {layer} ({parameter}) has no field 'beslutning', so it holds no decisions. Proposals go into ENSEMBLES. Its fields are: {fields}.</source>
        <translation type="vanished">Laget {layer} ({parameter}) har intet felt 'beslutning', så det indeholder ingen beslutninger. Forslag gives i ENSEMBLES. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <source>The layer {layer} ({parameter}) is not an output of {tool}: it has no field '{field}'. Its fields are: {fields}.</source>
        <translation type="vanished">Laget {layer} ({parameter}) er ikke et resultat af {tool}: det har intet felt '{field}'. Dets felter er: {fields}.</translation>
    </message>
    <message>
        <source>The layer {layer} is damaged and cannot be read to its end ({error}). Fetch the file again, or repair it and give the repaired copy.</source>
        <translation type="vanished">Laget {layer} er beskadiget og kan ikke læses til ende ({error}). Hent filen igen, eller reparér den, og brug den reparerede kopi.</translation>
    </message>
    <message>
        <source>The layer {layer} of the project cannot be filtered to what is public.</source>
        <translation type="vanished">Laget {layer} i projektet kan ikke filtreres til det, der er offentligt.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage or a folder of layers to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bbr, geodanmark_bygning and etager to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning, and any theme layer that the catalogue of landscape and heritage knows. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage eller en mappe med lag til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bbr, geodanmark_bygning og etager, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning og ethvert temalag, som kataloget over landskab og kulturarv kender. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data kontrolleres, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage or a folder of layers to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bbr, geodanmark_bygning and etager to make it from), jordstykker, zoner, lokalplaner, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning, and any theme layer that the catalogue of landscape and heritage knows. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage eller en mappe med lag til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bbr, geodanmark_bygning og etager, som det laves af), jordstykker, zoner, lokalplaner, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning og ethvert temalag, som kataloget over landskab og kulturarv kender. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data kontrolleres, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage, a folder of layers, a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bbr, geodanmark_bygning and etager to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (either also as tidligere_udpegning), and any theme layer that the catalogue of landscape and heritage knows. The names of the registers and of Datafordeleren's downloads are known too, and where no name tells, the fields may. The log says what was taken for what, and warns of a layer that probably has a role and is not used. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage, en mappe med lag, et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bbr, geodanmark_bygning og etager, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (begge også som tidligere_udpegning) og ethvert temalag, som kataloget over landskab og kulturarv kender. Registrenes og Datafordelerens navne kendes også, og siger intet navn det, kan felterne. Loggen siger, hvad der er taget for hvad, og advarer om et lag, der formentlig har en rolle og ikke er brugt. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data efterses, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage, a folder of layers, a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bbr, geodanmark_bygning and etager to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning, and any theme layer that the catalogue of landscape and heritage knows. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage, en mappe med lag, et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bbr, geodanmark_bygning og etager, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning og ethvert temalag, som kataloget over landskab og kulturarv kender. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data efterses, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage, a folder of layers, a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bygningsvurdering, bbr, geodanmark_bygning, etager and enheder to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (either also as tidligere_udpegning), and any theme layer that the catalogue of landscape and heritage knows. The names of the registers and of Datafordeleren's downloads are known too, and where no name tells, the fields may. The log says what was taken for what, and warns of a layer that probably has a role and is not used. A terrain model is given, or found as terraen.tif in or beside the input, or as tiles of Danmarks Højdemodel (DTM_1km_…, as files or in their archives) in a folder of the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage, en mappe med lag, et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bygningsvurdering, bbr, geodanmark_bygning, etager og enheder, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (begge også som tidligere_udpegning) og ethvert temalag, som kataloget over landskab og kulturarv kender. Registrenes og Datafordelerens navne kendes også, og siger intet navn det, kan felterne. Loggen siger, hvad der er taget for hvad, og advarer om et lag, der formentlig har en rolle og ikke er brugt. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata, eller som fliser af Danmarks Højdemodel (DTM_1km_…, som filer eller i deres zip-filer) i en mappe i inddata.

Data kontrolleres, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage, a folder of layers, a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bygningsvurdering, bbr, geodanmark_bygning, etager and enheder to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (either also as tidligere_udpegning), and any theme layer that the catalogue of landscape and heritage knows. The names of the registers and of Datafordeleren's downloads are known too, and where no name tells, the fields may. The log says what was taken for what, and warns of a layer that probably has a role and is not used. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage, en mappe med lag, et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bygningsvurdering, bbr, geodanmark_bygning, etager og enheder, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (begge også som tidligere_udpegning) og ethvert temalag, som kataloget over landskab og kulturarv kender. Registrenes og Datafordelerens navne kendes også, og siger intet navn det, kan felterne. Loggen siger, hvad der er taget for hvad, og advarer om et lag, der formentlig har en rolle og ikke er brugt. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data kontrolleres, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The main job: from a GeoPackage, a folder of layers, a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.

Layers are found by their names: bygninger (or the registers fbb, bygningsvurdering, bbr, geodanmark_bygning, etager and enheder to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning, and any theme layer that the catalogue of landscape and heritage knows. A terrain model is given, or found as terraen.tif in or beside the input.

The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, landscape and heritage put together, cultural environments proposed, and the earlier designation compared. What the input has no data for is left out, and the report says so. The folder gets the package of 'Export the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole or not at all; an earlier package stays untouched when a step fails.</source>
        <translation type="vanished">Hovedopgaven: fra en GeoPackage, en mappe med lag, et projekt, et skema i PostGIS eller lag i det åbne projekt til planpakken i én omgang.

Lagene findes på deres navne: bygninger (eller registrene fbb, bygningsvurdering, bbr, geodanmark_bygning, etager og enheder, som det laves af), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, beslutninger, vandloeb, soeer, kommunegraense, tidligere_udpegning og ethvert temalag, som kataloget over landskab og kulturarv kender. En terrænmodel angives eller findes som terraen.tif i eller ved siden af inddata.

Data efterses, bygninger udpeges, bebyggelsesprocent og etager efterregnes, dalen afgrænses, landskab og kulturarv samles, kulturmiljøer foreslås, og den tidligere udpegning sammenlignes. Det, som der ikke er data til, udelades, og rapporten siger det. Mappen får pakken fra »Eksportér den kulturhistoriske lokalplan«, hvert værktøjs rapport og rapport.html, som fører til dem alle. Den kommer hel eller slet ikke; en tidligere pakke er urørt, når et trin mislykkes.</translation>
    </message>
    <message>
        <source>The package of the adopted plan (STATE = 2), or its GeoPackage. It is only read.</source>
        <translation type="vanished">Pakken af den vedtagne plan (STATE = 2) eller dens GeoPackage. Den bliver kun læst.</translation>
    </message>
    <message>
        <source>The plan designates {BOUND_COUNT:building|buildings}.</source>
        <translation type="vanished">Planen udpeger {BOUND_COUNT:bygning|bygninger}.</translation>
    </message>
    <message>
        <source>The plan is not adopted ({state}), and only adopted designations go into GeoFA. Make the package of the adopted plan (STATE = {adopted} in 'Export the kulturhistorisk lokalplan'), and give its layer 'bygninger'.</source>
        <translation type="vanished">Planen er ikke vedtaget ({state}), og kun vedtagne udpegninger skal i GeoFA. Lav den vedtagne plans pakke (STATE = {adopted} i »Eksportér den kulturhistoriske lokalplan«), og angiv dens lag »bygninger«.</translation>
    </message>
    <message>
        <source>The step {tool} cannot be taken, and no plan can be made without it: {libraries} is missing or broken in QGIS's Python. Run the tool 'Self-check' of Lyngby Heritage, which says what to do.</source>
        <translation type="vanished">Trinnet {tool} kan ikke udføres, og uden det kan der ikke laves nogen plan: {libraries} mangler eller virker ikke i QGIS' Python. Kør værktøjet »Selvtest« i Lyngby Heritage; det siger, hvad der skal gøres.</translation>
    </message>
    <message>
        <source>The table of authorities and associations that the hearing is sent to. A row is named by its place in the table.</source>
        <translation type="vanished">Tabellen over de myndigheder og foreninger, høringen sendes til. En række kaldes ved sit nummer i tabellen.</translation>
    </message>
    <message>
        <source>The table of owners that the hearing is sent to. No name, address, number or id in it is told: a row is named by its place in the table.</source>
        <translation type="vanished">Tabellen over de ejere, høringen sendes til. Intet navn, ingen adresse, intet nummer og intet id i den nævnes: En række kaldes ved sit nummer i tabellen.</translation>
    </message>
    <message>
        <source>The table {layer} (OWNERS) has no field 'navn'. Its fields are: {fields}.</source>
        <translation type="vanished">Tabellen {layer} (OWNERS) har ikke feltet 'navn'. Dens felter er: {fields}.</translation>
    </message>
    <message>
        <source>The terrain model, in metres. It is read as 'Delineate a valley' reads it, and held against the buildings, the watercourses and the boundary.</source>
        <translation type="vanished">Terrænmodellen i meter. Den læses, som »Afgræns en dal« læser den, og holdes op mod bygningerne, vandløbene og kommunegrænsen.</translation>
    </message>
    <message>
        <source>This format cuts texts after 254 characters, and so the findings. Choose a GeoPackage (.gpkg).</source>
        <translation type="vanished">Formatet afkorter tekster efter 254 tegn og dermed fundene. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>This format cuts texts after 254 characters, and so the remarks. Choose a GeoPackage (.gpkg).</source>
        <translation type="vanished">Dette format afkorter tekster efter 254 tegn og dermed bemærkningerne. Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>This is the plan's own project. The work goes on in the project that made it.</source>
        <translation type="vanished">Dette er planens eget projekt. Arbejdet fortsætter i det projekt, som planen er lavet i.</translation>
    </message>
    <message>
        <source>Those of Datafordeleren want a key. How well each is known: see Help.</source>
        <translation type="vanished">Til Datafordelerens skal der en nøgle. Hvor godt hver tjeneste kendes, står under Hjælp.</translation>
    </message>
    <message>
        <source>Three digits, such as 0173. Needed only where the downloads are of several municipalities, or of the whole country.</source>
        <translation type="vanished">Tre eller fire cifre, f.eks. 173 eller 0173. Kun nødvendig, hvor data er fra flere kommuner eller fra hele landet.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="vanished">Tærskler</translation>
    </message>
    <message>
        <source>Tries the libraries that the tools use (shapely, fiona, rasterio, pyproj) inside this QGIS, and says what to do when one is missing or broken. Run it once after installing, and when a tool fails with a strange message.</source>
        <translation type="vanished">Afprøver de biblioteker, som værktøjerne bruger (shapely, fiona, rasterio, pyproj), inde i denne QGIS og siger, hvad der kan gøres, når et mangler eller ikke virker. Kør den én gang efter installationen, og når et værktøj fejler med en uforståelig meddelelse.</translation>
    </message>
    <message>
        <source>Uniform with the neighbours (the municipality's decision)</source>
        <translation type="vanished">Ensartet med naboerne (kommunens beslutning)</translation>
    </message>
    <message>
        <source>Uniform, or near a building of value 1-3</source>
        <translation type="vanished">Ensartet, eller nær en bygning med værdi 1-3</translation>
    </message>
    <message>
        <source>Valley (output of delineatevalley)</source>
        <translation type="vanished">Dal (resultat af »Afgræns en dal«)</translation>
    </message>
    <message>
        <source>WEB_ADDRESS: '{value}' is no address of a page; expected https://…</source>
        <translation type="vanished">WEB_ADDRESS: '{value}' er ikke en adresse på en side; forventet https://…</translation>
    </message>
    <message>
        <source>Which buildings of value 4 are designated</source>
        <translation type="vanished">Hvilke bygninger med værdi 4 udpeges</translation>
    </message>
    <message>
        <source>{BLANK_COUNT:blank|blanks} in each letter, for you to fill in</source>
        <translation type="vanished">{BLANK_COUNT:tom plads|tomme pladser} i hvert brev, som I udfylder</translation>
    </message>
    <message>
        <source>{BOUND_COUNT:building|buildings} designated, and bound by the provisions.</source>
        <translation type="vanished">{BOUND_COUNT:bygning|bygninger} udpeget og omfattet af bestemmelserne.</translation>
    </message>
    <message>
        <source>{DESIGNATED_COUNT:building|buildings} designated by the rules, listed ones and churches included. {LEFT_OUT_COUNT:step|steps} left out.</source>
        <translation type="vanished">{DESIGNATED_COUNT:bygning|bygninger} udpeges efter reglerne, fredede og kirker medregnet. {LEFT_OUT_COUNT:trin|trin} udeladt.</translation>
    </message>
    <message>
        <source>{DESIGNATED_COUNT:building|buildings} designated.</source>
        <translation type="vanished">{DESIGNATED_COUNT:bygning|bygninger} udpeget.</translation>
    </message>
    <message>
        <source>{DESIGNATED_COUNT:building|buildings} designated. {LEFT_OUT_COUNT:step|steps} left out.</source>
        <translation type="vanished">{DESIGNATED_COUNT:bygning|bygninger} udpeget. {LEFT_OUT_COUNT:trin|trin} udeladt.</translation>
    </message>
    <message>
        <source>{NEW_COUNT:new row|new rows}, {CHANGED_COUNT} changed.</source>
        <translation type="vanished">{NEW_COUNT:ny række|nye rækker}, {CHANGED_COUNT} ændret.</translation>
    </message>
    <message>
        <source>{WITHHELD_COUNT:designated building|designated buildings} in no document, since the register keeps {WITHHELD_COUNT:=it|them} from the public</source>
        <translation type="vanished">{WITHHELD_COUNT:udpeget bygning|udpegede bygninger} står ikke i planens dokumenter, fordi registret ikke offentliggør {WITHHELD_COUNT:=den|dem}</translation>
    </message>
    <message>
        <source>{WITHHELD_COUNT:of these buildings|of these buildings} in no document, since the register keeps {WITHHELD_COUNT:=it|them} from the public</source>
        <translation type="vanished">{WITHHELD_COUNT:af dem|af dem} i intet dokument, da registret ikke offentliggør {WITHHELD_COUNT:=den|dem}</translation>
    </message>
    <message>
        <source>{all:building|buildings}: {new} newly designated, {removed} no longer, {ground} on another ground, {kept} unchanged; designated {before} before and {after} after.</source>
        <translation type="vanished">{all:bygning|bygninger}: {new} er kommet til, {removed} er gået ud, {ground} har skiftet grundlag, {kept} er uændret; {before} var udpeget før, og {after} er udpeget nu.</translation>
    </message>
    <message>
        <source>{all} buildings: {new} newly designated, {removed} no longer, {ground} on another ground, {kept} unchanged; designated {before} before and {after} after.</source>
        <translation type="vanished">{all} bygninger: {new} er kommet til, {removed} er gået ud, {ground} har skiftet grundlag, {kept} er uændret; {before} var udpeget før, og {after} er udpeget nu.</translation>
    </message>
    <message>
        <source>{all} findings: {errors} errors, {warnings} warnings, {notes} pieces of information.</source>
        <translation type="vanished">{all} fund: {errors} fejl, {warnings} advarsler, {notes} oplysninger.</translation>
    </message>
    <message>
        <source>{count:building|buildings} of other municipalities {count:=is|are} left out.</source>
        <translation type="vanished">{count:bygning|bygninger} i andre kommuner er udeladt.</translation>
    </message>
    <message>
        <source>{count:of them is|of them are} designated, and a plan that does not name a building cannot bind its owner: {examples}. Have the register corrected, or leave them out of the plan by a decision.</source>
        <translation type="vanished">{count:af dem er udpeget|af dem er udpeget}, og en plan, der ikke nævner en bygning, kan ikke binde dens ejer: {examples}. Få registret rettet, eller hold dem ude af planen ved en beslutning.</translation>
    </message>
    <message>
        <source>{count:parcel is|parcels are} drawn with less than {least} or more than {most} of the registered area: {examples}. Registered areas are what the plot ratio counts; look at the largest differences.</source>
        <translation type="vanished">{count:jordstykke er|jordstykker er} tegnet med mindre end {least} eller mere end {most} gange det registrerede areal: {examples}. Bebyggelsesprocenten regnes af det registrerede areal; se på de største forskelle.</translation>
    </message>
    <message>
        <source>{count:row|rows} of SOURCE_6205 {count:=is|are} of other municipalities, and left out.</source>
        <translation type="vanished">{count:række|rækker} i SOURCE_6205 hører til andre kommuner og er udeladt.</translation>
    </message>
    <message>
        <source>{count:warning|warnings}</source>
        <translation type="vanished">{count:advarsel|advarsler}</translation>
    </message>
    <message>
        <source>{count} building ids stand on more than one row; each row is judged by its own geometry.</source>
        <translation type="vanished">{count} bygnings-id'er står på mere end én række; hver række er bedømt på sin egen flade.</translation>
    </message>
    <message>
        <source>{count} buildings say neither yes nor no in the field 'udpeget', and are not listed as designated: {examples}.</source>
        <translation type="vanished">{count} bygninger siger hverken ja eller nej i feltet 'udpeget' og er ikke opført som udpegede: {examples}.</translation>
    </message>
    <message>
        <source>{count} codes in the field 'udpegning' are not known to this version: {examples}.</source>
        <translation type="vanished">{count} koder i feltet 'udpegning' kendes ikke af denne version: {examples}.</translation>
    </message>
    <message>
        <source>{count} cultural environments are more than the {most} map sheets allowed (MAX_SHEETS): the sheets are a grid instead.</source>
        <translation type="vanished">{count} kulturmiljøer er flere end de {most} kortblade, der må være (MAX_SHEETS): kortbladene er lagt i et net i stedet.</translation>
    </message>
    <message>
        <source>{count} designated buildings have no address: {examples}.</source>
        <translation type="vanished">{count} udpegede bygninger har ingen adresse: {examples}.</translation>
    </message>
    <message>
        <source>{count} designated buildings have no geometry, so they are in the annex but on no map: {examples}.</source>
        <translation type="vanished">{count} udpegede bygninger har ingen geometri, så de står i bilaget, men ikke på noget kort: {examples}.</translation>
    </message>
    <message>
        <source>{count} fewer than the run had.</source>
        <translation type="vanished">{count} færre end ved kørslen.</translation>
    </message>
    <message>
        <source>{count} files in the folder had been changed, or were not made by this tool: kept as {names}.</source>
        <translation type="vanished">{count} filer i mappen var rettet, eller var ikke lavet af dette værktøj: gemt som {names}.</translation>
    </message>
    <message>
        <source>{count} files of the earlier package that this one does not hold were removed: {names}.</source>
        <translation type="vanished">{count} filer fra den tidligere pakke, som denne ikke indeholder, er fjernet: {names}.</translation>
    </message>
    <message>
        <source>{count} geometries are of another kind than their layer; the rows are in the package without a geometry.</source>
        <translation type="vanished">{count} geometrier er af en anden slags end deres lag; rækkerne er med i pakken uden geometri.</translation>
    </message>
    <message>
        <source>{count} invalid geometries of {layer} were repaired.</source>
        <translation type="vanished">{count} ugyldige geometrier i {layer} er repareret.</translation>
    </message>
    <message>
        <source>{count} invalid geometries were repaired for the computation; the package keeps them.</source>
        <translation type="vanished">{count} ugyldige geometrier er repareret til beregningen; i pakken står de uændret.</translation>
    </message>
    <message>
        <source>{count} more than the run had.</source>
        <translation type="vanished">{count} flere end ved kørslen.</translation>
    </message>
    <message>
        <source>{count} of {rows:watercourse|watercourses} of {layer} {count:=lies|lie} outside the terrain model and {count:=counts|count} for nothing.</source>
        <translation type="vanished">{count} af {rows:vandløb|vandløb} i {layer} ligger uden for terrænmodellen og regnes ikke med.</translation>
    </message>
    <message>
        <source>{count} of {rows:watercourse|watercourses} of {layer} {count:=lies|lie} partly outside the terrain model, or where it has no heights: {count:=its|their} valley is found as far as the model goes.</source>
        <translation type="vanished">{count} af {rows:vandløb|vandløb} i {layer} ligger delvis uden for terrænmodellen, eller hvor den ingen højder har: {count:=dets|deres} dal findes så langt, modellen rækker.</translation>
    </message>
    <message>
        <source>{count} of {rows} rows of {layer} {count:=lies|lie} outside the terrain model and {count:=counts|count} for nothing.</source>
        <translation type="vanished">{count} af {rows} rækker i {layer} ligger uden for terrænmodellen og regnes ikke med.</translation>
    </message>
    <message>
        <source>{count} of {rows} rows of {layer} {count:=lies|lie} partly outside the terrain model, or where it has no heights: the valley is found as far as the model goes.</source>
        <translation type="vanished">{count} af {rows} rækker i {layer} ligger delvis uden for terrænmodellen, eller hvor den ingen højder har: dalen findes så langt, modellen rækker.</translation>
    </message>
    <message>
        <source>{count} of {rows} watercourses of {layer} lie outside the terrain model and count for nothing.</source>
        <translation type="vanished">{count} af {rows} vandløb i {layer} ligger uden for terrænmodellen og regnes ikke med.</translation>
    </message>
    <message>
        <source>{count} of {rows} watercourses of {layer} lie partly outside the terrain model, or where it has no heights: their valley is found as far as the model goes.</source>
        <translation type="vanished">{count} af {rows} vandløb i {layer} ligger delvis uden for terrænmodellen, eller hvor den ingen højder har: deres dal findes så langt, modellen rækker.</translation>
    </message>
    <message>
        <source>{count} rows of {layer} have no usable geometry and count for nothing.</source>
        <translation type="vanished">{count} rækker i {layer} har ingen brugbar geometri og regnes ikke med.</translation>
    </message>
    <message>
        <source>{count} themes were not compared with the earlier designation, for no layer tells what they are now; nothing of them is counted as gone: {themes}.</source>
        <translation type="vanished">{count} temaer er ikke sammenlignet med den tidligere udpegning, fordi intet lag siger, hvad de er nu; intet af dem er talt som udgået: {themes}.</translation>
    </message>
    <message>
        <source>{designated:,} of {all:building|buildings} designated: {high:,} by value {high_values}, {uniform:,} of value {neighbour_value}, {decisions:decision|decisions}; {review:,} must be looked at.</source>
        <translation type="vanished">{designated:,} af {all:bygning|bygninger} udpeges: {high:,} på værdi {high_values}, {uniform:,} med værdi {neighbour_value}; {decisions} er særskilt besluttet, og {review:,} skal vurderes af en fagperson.</translation>
    </message>
    <message>
        <source>{designated} of {all:building|buildings} designated: {high} by value {high_values}, {uniform} of value {neighbour_value}, {decisions:decision|decisions}; {review} must be looked at.</source>
        <translation type="vanished">{designated} af {all:bygning|bygninger} udpeges: {high} på værdi {high_values}, {uniform} med værdi {neighbour_value}; {decisions} er særskilt besluttet, og {review} skal vurderes af en fagperson.</translation>
    </message>
    <message>
        <source>{designated} of {all} buildings designated: {high} by value 1-3, {uniform} of value 4, {decisions} decisions; {review} of value 4 must be looked at.</source>
        <translation type="vanished">{designated} af {all} bygninger udpeges: {high} på værdi 1-3, {uniform} med værdi 4; {decisions} er særskilt besluttet, og {review} med værdi 4 skal vurderes af en fagperson.</translation>
    </message>
    <message>
        <source>{designated} of {all} buildings designated: {high} by value {high_values}, {uniform} of value {neighbour_value}, {decisions:decision|decisions}; {review} must be looked at.</source>
        <translation type="vanished">{designated} af {all} bygninger udpeges: {high} på værdi {high_values}, {uniform} med værdi {neighbour_value}; {decisions} er særskilt besluttet, og {review} skal vurderes af en person.</translation>
    </message>
    <message>
        <source>{designated} of {all} buildings designated: {high} by value {high_values}, {uniform} of value {neighbour_value}, {decisions:decision|decisions}; {review} of value {neighbour_value} must be looked at.</source>
        <translation type="vanished">{designated} af {all} bygninger udpeges: {high} på værdi {high_values}, {uniform} med værdi {neighbour_value}; {decisions} er særskilt besluttet, og {review} med værdi {neighbour_value} skal vurderes af en fagperson.</translation>
    </message>
    <message>
        <source>{designated} of {all} buildings of value {neighbour_value} are designated; {review} are left to a person.</source>
        <translation type="vanished">{designated} af {all} bygninger med værdi {neighbour_value} udpeges; {review} overlades til en fagperson.</translation>
    </message>
    <message>
        <source>{designations} designations in {themes} themes from {rows} rows of {layers} layers.</source>
        <translation type="vanished">{designations} udpegninger i {themes} temaer af {rows} rækker i {layers} lag.</translation>
    </message>
    <message>
        <source>{ensembles:ensemble|ensembles} proposed, with {members} of {all:main building|main buildings}.</source>
        <translation type="vanished">{ensembles:område|områder} foreslås, med {members} af {all:hovedbygning|hovedbygninger}.</translation>
    </message>
    <message>
        <source>{ensembles:ensemble|ensembles} proposed, with {members} of {all} main buildings.</source>
        <translation type="vanished">{ensembles:område|områder} foreslås, med {members} af {all} hovedbygninger.</translation>
    </message>
    <message>
        <source>{ensembles} ensembles proposed, with {members} of {all} main buildings.</source>
        <translation type="vanished">{ensembles} områder foreslås, med {members} af {all} hovedbygninger.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {error}. Close what has it open, or choose another name.</source>
        <translation type="vanished">{file} kan ikke skrives: {error}. Luk de programmer, der har filen åben, eller vælg et andet navn.</translation>
    </message>
    <message>
        <source>{file} is not used as terrain: it covers {width} × {height} m and not its whole square kilometre.</source>
        <translation type="vanished">{file} bruges ikke som terræn: den dækker {width} × {height} m og ikke hele sin kvadratkilometer.</translation>
    </message>
    <message>
        <source>{floors} valley floors ({floor_ha} ha), {sides} sides ({side_ha} ha), {side_valleys} side valleys ({side_valley_ha} ha). It is a proposal: look at it on the map.</source>
        <translation type="vanished">{floors} dalbunde ({floor_ha} ha), {sides} dalsider ({side_ha} ha), {side_valleys} sidedale ({side_valley_ha} ha). Det er et forslag: se på det på kortet.</translation>
    </message>
    <message>
        <source>{layer} (SOURCE_6205) holds rows of other municipalities alone ({codes}), and the plan is of {own}. Fetch the rows of the municipality that adopted the plan.</source>
        <translation type="vanished">{layer} (SOURCE_6205) har kun rækker i andre kommuner ({codes}), og planen er for {own}. Hent rækkerne for den kommune, der har vedtaget planen.</translation>
    </message>
    <message>
        <source>{layer} ({parameter}) cannot be read whole and is not checked; the others are.</source>
        <translation type="vanished">{layer} ({parameter}) kan ikke læses helt og er ikke kontrolleret; det er de øvrige.</translation>
    </message>
    <message>
        <source>{layer} ({parameter}): {count:row|rows} of {total:,} {count:=belongs|belong} to another municipality: {names}. The plan is of {mine}. Give the registers of the plan's own municipality.</source>
        <translation type="vanished">{layer} ({parameter}): {count:række|rækker} af {total:,} hører til en anden kommune: {names}. Planen er i {mine}. Angiv registrene for planens egen kommune.</translation>
    </message>
    <message>
        <source>{layer} ({parameter}): {rows:row|rows}; fields read: {fields}.</source>
        <translation type="vanished">{layer} ({parameter}): {rows:række|rækker}; læste felter: {fields}.</translation>
    </message>
    <message>
        <source>{layer} ({parameter}): {rows} rows; fields read: {fields}.</source>
        <translation type="vanished">{layer} ({parameter}): {rows} rækker; læste felter: {fields}.</translation>
    </message>
    <message>
        <source>{layer} has no field that holds the property id: each parcel is taken for a property.</source>
        <translation type="vanished">{layer} har intet felt med ejendommens id: hvert jordstykke regnes for en ejendom.</translation>
    </message>
    <message>
        <source>{layer} is {role}, which the main job does not read: nothing is done with it.</source>
        <translation type="vanished">{layer} er {role}, som hovedopgaven ikke læser: det bruges ikke til noget.</translation>
    </message>
    <message>
        <source>{layer} is {what} ({role}), which the plan has no use for yet.</source>
        <translation type="vanished">{layer} er {what} ({role}), som planen ikke bruger endnu.</translation>
    </message>
    <message>
        <source>{layer} is {what}, a part of {role}, and is not used: {role} must be put together from the parts first.</source>
        <translation type="vanished">{layer} er {what}, en del af {role}, og er ikke brugt: {role} skal først samles af delene.</translation>
    </message>
    <message>
        <source>{layer}, {rows:row|rows}: the decisions on building {building} disagree; the newest, of {day}, stands.</source>
        <translation type="vanished">{layer}, række {rows}: beslutningerne om bygning {building} modsiger hinanden; den nyeste, fra {day}, gælder.</translation>
    </message>
    <message>
        <source>{layer}, {rows:row|rows}: the decisions on {name} disagree; the newest, of {day}, stands.</source>
        <translation type="vanished">{layer}, række {rows}: beslutningerne om {name} modsiger hinanden; den nyeste, fra {day}, gælder.</translation>
    </message>
    <message>
        <source>{layer}: {count:decision|decisions} without a building id {count:=was|were} left out ({rows:row|rows}). Fill bygning_id.</source>
        <translation type="vanished">{layer}: {count:beslutning|beslutninger} uden bygnings-id er udeladt (række {rows}). Udfyld bygning_id.</translation>
    </message>
    <message>
        <source>{layer}: {count} decisions without a building id were left out ({rows:row|rows}). Fill bygning_id.</source>
        <translation type="vanished">{layer}: {count} beslutninger uden bygnings-id er udeladt (række {rows}). Udfyld bygning_id.</translation>
    </message>
    <message>
        <source>{layer}: {count} parcels are common ones ({common}) or roads (7000, 7000a and so on). They are no property and nobody's neighbour.</source>
        <translation type="vanished">{layer}: {count} jordstykker er fælleslodder ({common}) eller veje (7000, 7000a osv.). De er ingen ejendom og ingens nabo.</translation>
    </message>
    <message>
        <source>{layer}: {count} rows have no geometry; where they apply is unknown.</source>
        <translation type="vanished">{layer}: {count} rækker har ingen geometri; hvor de gælder, er ukendt.</translation>
    </message>
    <message>
        <source>{layer}: {rows} rows; fields read: {fields}.</source>
        <translation type="vanished">{layer}: {rows} rækker; læste felter: {fields}.</translation>
    </message>
    <message>
        <source>{layer}: {selected} selected buildings are judged; the other {count} of the layer are their surroundings.</source>
        <translation type="vanished">{layer}: {selected} valgte bygninger er vurderet; lagets øvrige {count} er deres omgivelser.</translation>
    </message>
    <message>
        <source>{layer}: {theme} (by {by}), {rows} rows; fields read: {fields}</source>
        <translation type="vanished">{layer}: {theme} (kendt på {by}), {rows} rækker; felter læst: {fields}</translation>
    </message>
    <message>
        <source>{level}: {rule}: {count}</source>
        <translation type="vanished">{level}: {rule}: {count}</translation>
    </message>
    <message>
        <source>{missing} is missing in QGIS's Python. The QGIS installers for Windows (OSGeo4W) and macOS have it; on Debian and Ubuntu run: apt install {packages}. Then start QGIS again, and run the tool 'Self-check' of Lyngby Heritage.</source>
        <translation type="vanished">{missing} mangler i QGIS' Python. QGIS' installationsprogrammer til Windows (OSGeo4W) og macOS har det med; på Debian og Ubuntu: kør apt install {packages}. Start derefter QGIS igen, og kør værktøjet 'Selvtest' i Lyngby Heritage.</translation>
    </message>
    <message>
        <source>{moved} against the run.</source>
        <translation type="vanished">{moved} i forhold til kørslen.</translation>
    </message>
    <message>
        <source>{parameter} has {count} cells; expected rows of {width}: {cells}.</source>
        <translation type="vanished">{parameter} har {count} celler; der skal være {width} i hver række: {cells}.</translation>
    </message>
    <message>
        <source>{parameter}: '{text}' may be any of {count:property|properties}: {candidates}. Give the BFE number, or more of the address or of the parcel.</source>
        <translation type="vanished">{parameter}: '{text}' kan være hver af {count:ejendom|ejendomme}: {candidates}. Angiv BFE-nummeret eller mere af adressen eller af matrikelnummeret med ejerlav.</translation>
    </message>
    <message>
        <source>{parameter}: no property of the plan is '{text}'. {nearest}</source>
        <translation type="vanished">{parameter}: ingen ejendom i planen er '{text}'. {nearest}</translation>
    </message>
    <message>
        <source>{parameter}: only {arrived} of {written} rows could be written. Is the disk full, or can the format hold no rows without geometry (FlatGeobuf)? Choose a GeoPackage (.gpkg).</source>
        <translation type="vanished">{parameter}: kun {arrived} af {written} rækker kunne skrives. Er disken fuld, eller kan formatet ikke indeholde rækker uden geometri (FlatGeobuf)? Vælg en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <source>{parameter}: only {arrived} of {written} rows could be written. Is the disk full?</source>
        <translation type="vanished">{parameter}: kun {arrived} af {written} rækker kunne skrives. Er disken fuld?</translation>
    </message>
    <message>
        <source>{parameter}: the package is of a plan that is not adopted (its state is {state}), so there is nothing to follow up. Give the package that was made with STATE = 2, adopted.</source>
        <translation type="vanished">{parameter}: pakken er af en plan, der ikke er vedtaget (dens tilstand er {state}), så der er intet at følge op på. Giv den pakke, der er lavet med STATE = 2, vedtaget.</translation>
    </message>
    <message>
        <source>{parameter}: there is no {file} in {folder}, so it is not the folder of a package. {others}</source>
        <translation type="vanished">{parameter}: der er ingen {file} i {folder}, så det er ikke mappen med en planpakke. {others}</translation>
    </message>
    <message>
        <source>{parameter}: {layer} is no vector layer that can be opened. Give a file, a layer in a file as file.gpkg|layername=layer, or a layer of the project.</source>
        <translation type="vanished">{parameter}: {layer} er ikke et vektorlag, der kan åbnes. Angiv en fil, et lag i en fil som fil.gpkg|layername=lag, eller et lag i projektet.</translation>
    </message>
    <message>
        <source>{plots:plot|plots}, {covered} of them in the areas: {kept} within the limits, {exceeded} over, {unknown} unknown, {area} with a limit for the area as a whole.</source>
        <translation type="vanished">{plots:grund|grunde}, heraf {covered} i åben-lav-områderne: {kept} inden for grænserne, {exceeded} over, {unknown} ukendt, {area} med en grænse for området som helhed.</translation>
    </message>
    <message>
        <source>{plots} plots, {covered} of them in the zones: {kept} within the limits, {exceeded} over, {unknown} unknown, {area} with a limit for the area as a whole.</source>
        <translation type="vanished">{plots} grunde, heraf {covered} i zonerne: {kept} inden for grænserne, {exceeded} over, {unknown} ukendt, {area} med en grænse for området som helhed.</translation>
    </message>
    <message>
        <source>{properties} properties, {buildings} buildings, {layers} layers. All of it is invented.</source>
        <translation type="vanished">{properties} ejendomme, {buildings} bygninger, {layers} lag. Alt er opdigtet.</translation>
    </message>
    <message>
        <source>{service}: {layer} was not asked for, since it can only be asked for by an area. Give AREA, or fetch the boundary or the plans together with it.</source>
        <translation type="vanished">{service}: {layer} blev der ikke spurgt efter, for det kan kun ske med et område. Angiv AREA, eller hent kommunegrænsen eller planerne sammen med det.</translation>
    </message>
    <message>
        <source>{table}: {count:row is|rows are} history and {count:=is|are} left out: {ended} ended, {later} yet to begin.</source>
        <translation type="vanished">{table}: {count:række|rækker} er historik og er udeladt: {ended} er ophørt, {later} gælder endnu ikke.</translation>
    </message>
    <message>
        <source>{tool}: {seconds} s</source>
        <translation type="vanished">{tool}: {seconds} sek.</translation>
    </message>
</context>
</TS>
