<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>New &amp;tab</source>
        <translation>&amp;Neuer Tab</translation>
    </message>
    <message>
        <source>Open an empty request.</source>
        <translation>Eine leere Anfrage öffnen.</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Datei öffnen…</translation>
    </message>
    <message>
        <source>Open the requests of a .http file.</source>
        <translation>Die Anfragen einer .http-Datei öffnen.</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Show another folder of .http files in the sidebar.</source>
        <translation>Einen weiteren Ordner mit .http-Dateien in der Seitenleiste zeigen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Write the request back to its .http file.</source>
        <translation>Die Anfrage in ihre .http-Datei zurückschreiben.</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Add the request to a .http file of your choice.</source>
        <translation>Die Anfrage an eine .http-Datei nach Wahl anhängen.</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>Close this tab; it can be reopened.</source>
        <translation>Diesen Tab schließen; er lässt sich wieder öffnen.</translation>
    </message>
    <message>
        <source>&amp;Reopen closed tab</source>
        <translation>Geschlossenen Tab &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>Bring back the tab that was closed last.</source>
        <translation>Den zuletzt geschlossenen Tab zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window. Open tabs and their drafts are kept.</source>
        <translation>Das Fenster schließen. Offene Tabs und ihre Entwürfe bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change to the request.</source>
        <translation>Die letzte Änderung an der Anfrage zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation>Die zurückgenommene Änderung erneut vornehmen.</translation>
    </message>
    <message>
        <source>&amp;Paste as request</source>
        <translation>Als &amp;Anfrage einfügen</translation>
    </message>
    <message>
        <source>Fill a new tab from a curl command or URL in the clipboard.</source>
        <translation>Einen neuen Tab mit dem curl-Befehl oder der URL aus der Zwischenablage füllen.</translation>
    </message>
    <message>
        <source>&amp;Duplicate tab</source>
        <translation>Tab &amp;duplizieren</translation>
    </message>
    <message>
        <source>Open a copy of this request in a new tab.</source>
        <translation>Eine Kopie dieser Anfrage in einem neuen Tab öffnen.</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Search in the response.</source>
        <translation>In der Antwort suchen.</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Go to the next hit.</source>
        <translation>Zum nächsten Treffer gehen.</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rückwärts s&amp;uchen</translation>
    </message>
    <message>
        <source>Go to the hit before.</source>
        <translation>Zum vorigen Treffer gehen.</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the collections.</source>
        <translation>Die Sammlungen zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>Response &amp;beside or below</source>
        <translation>Antwort &amp;neben oder unter der Anfrage</translation>
    </message>
    <message>
        <source>Put the response beside the request, or below it.</source>
        <translation>Die Antwort neben oder unter die Anfrage stellen.</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it again.</source>
        <translation>Den ganzen Bildschirm nutzen oder wieder freigeben.</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is set.</source>
        <translation>Hell oder dunkel, wie es die Arbeitsumgebung vorgibt.</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on a light ground.</source>
        <translation>Dunkle Schrift auf hellem Grund.</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light text on a dark ground.</source>
        <translation>Helle Schrift auf dunklem Grund.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Send the request.</source>
        <translation>Die Anfrage senden.</translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>Send the request as it is now once more.</source>
        <translation>Die Anfrage, so wie sie jetzt ist, noch einmal senden.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop the request and keep what has arrived.</source>
        <translation>Die Anfrage anhalten und behalten, was schon da ist.</translation>
    </message>
    <message>
        <source>&amp;Auto</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>Agree on the HTTP version with the server.</source>
        <translation>Die HTTP-Version mit dem Server aushandeln.</translation>
    </message>
    <message>
        <source>HTTP/&amp;2</source>
        <translation>HTTP/&amp;2</translation>
    </message>
    <message>
        <source>Send with HTTP/2 over https, or fail.</source>
        <translation>Mit HTTP/2 über https senden, sonst scheitern.</translation>
    </message>
    <message>
        <source>HTTP/1.&amp;1</source>
        <translation>HTTP/1.&amp;1</translation>
    </message>
    <message>
        <source>Send with HTTP/1.1.</source>
        <translation>Mit HTTP/1.1 senden.</translation>
    </message>
    <message>
        <source>&amp;h2c</source>
        <translation>&amp;h2c</translation>
    </message>
    <message>
        <source>Send with HTTP/2 without encryption.</source>
        <translation>Mit HTTP/2 ohne Verschlüsselung senden.</translation>
    </message>
    <message>
        <source>HTTP/1.&amp;0</source>
        <translation>HTTP/1.&amp;0</translation>
    </message>
    <message>
        <source>Send with HTTP/1.0.</source>
        <translation>Mit HTTP/1.0 senden.</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find any action by its name.</source>
        <translation>Jeden Befehl über seinen Namen finden.</translation>
    </message>
    <message>
        <source>Open &amp;request…</source>
        <translation>&amp;Anfrage öffnen…</translation>
    </message>
    <message>
        <source>Find a request of the collection by its name.</source>
        <translation>Eine Anfrage der Sammlung über ihren Namen finden.</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Go to the address of the request.</source>
        <translation>Zur Adresse der Anfrage gehen.</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>Go to the method of the request.</source>
        <translation>Zur Methode der Anfrage gehen.</translation>
    </message>
    <message>
        <source>&amp;Params</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <source>Show the query parameters.</source>
        <translation>Die Query-Parameter zeigen.</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>Show the header fields of the request.</source>
        <translation>Die Header-Felder der Anfrage zeigen.</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>B&amp;ody</translation>
    </message>
    <message>
        <source>Show the body of the request.</source>
        <translation>Den Body der Anfrage zeigen.</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>Op&amp;tionen</translation>
    </message>
    <message>
        <source>Show how the request is sent.</source>
        <translation>Zeigen, wie die Anfrage gesendet wird.</translation>
    </message>
    <message>
        <source>R&amp;esponse body</source>
        <translation>A&amp;ntwort-Body</translation>
    </message>
    <message>
        <source>Show the body of the response.</source>
        <translation>Den Body der Antwort zeigen.</translation>
    </message>
    <message>
        <source>Response he&amp;aders</source>
        <translation>Antwort-H&amp;eader</translation>
    </message>
    <message>
        <source>Show the header fields of the response.</source>
        <translation>Die Header-Felder der Antwort zeigen.</translation>
    </message>
    <message>
        <source>&amp;Timing</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>Show where the time went.</source>
        <translation>Zeigen, wo die Zeit geblieben ist.</translation>
    </message>
    <message>
        <source>Co&amp;nnection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Go to the next part of the window.</source>
        <translation>Zum nächsten Teil des Fensters gehen.</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Vor&amp;iger Bereich</translation>
    </message>
    <message>
        <source>Go to the part of the window before.</source>
        <translation>Zum vorigen Teil des Fensters gehen.</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Show the tab to the right.</source>
        <translation>Den Tab rechts daneben zeigen.</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Show the tab to the left.</source>
        <translation>Den Tab links daneben zeigen.</translation>
    </message>
    <message>
        <source>Show tab %1</source>
        <translation>Tab %1 zeigen</translation>
    </message>
    <message>
        <source>Show the tab with this number.</source>
        <translation>Den Tab mit dieser Nummer zeigen.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show every action and its keys.</source>
        <translation>Alle Befehle und ihre Tastenkürzel zeigen.</translation>
    </message>
    <message>
        <source>&amp;About Sonde</source>
        <translation>Ü&amp;ber Sonde</translation>
    </message>
    <message>
        <source>Show version and licence.</source>
        <translation>Version und Lizenz zeigen.</translation>
    </message>
    <message>
        <source>As the d&amp;esktop</source>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Send and &amp;download…</source>
        <translation>Senden und &amp;herunterladen…</translation>
    </message>
    <message>
        <source>Send the request and save the body of the response to a file.</source>
        <translation>Die Anfrage senden und den Body der Antwort in eine Datei speichern.</translation>
    </message>
    <message>
        <source>Chan&amp;ges</source>
        <translation>Unterschie&amp;de</translation>
    </message>
    <message>
        <source>Show what changed since the response before.</source>
        <translation>Zeigen, was sich seit der vorigen Antwort geändert hat.</translation>
    </message>
    <message>
        <source>Earl&amp;ier response</source>
        <translation>Fr&amp;ühere Antwort</translation>
    </message>
    <message>
        <source>Show the response of this tab that came before.</source>
        <translation>Die Antwort zeigen, die in diesem Tab vorher kam.</translation>
    </message>
    <message>
        <source>&amp;Later response</source>
        <translation>Spätere Ant&amp;wort</translation>
    </message>
    <message>
        <source>Show the response of this tab that came after.</source>
        <translation>Die Antwort zeigen, die in diesem Tab danach kam.</translation>
    </message>
    <message>
        <source>C&amp;ompare versions…</source>
        <translation>Versionen ver&amp;gleichen…</translation>
    </message>
    <message>
        <source>Send the request over several HTTP versions and set them side by side.</source>
        <translation>Die Anfrage über mehrere HTTP-Versionen senden und nebeneinanderstellen.</translation>
    </message>
    <message>
        <source>&amp;curl</source>
        <translation>&amp;curl</translation>
    </message>
    <message>
        <source>Copy the request as a curl command.</source>
        <translation>Die Anfrage als curl-Befehl kopieren.</translation>
    </message>
    <message>
        <source>&amp;HTTPie</source>
        <translation>&amp;HTTPie</translation>
    </message>
    <message>
        <source>Copy the request as an HTTPie command.</source>
        <translation>Die Anfrage als HTTPie-Befehl kopieren.</translation>
    </message>
    <message>
        <source>Python (&amp;requests)</source>
        <translation>Python (&amp;requests)</translation>
    </message>
    <message>
        <source>Copy the request as Python code for requests.</source>
        <translation>Die Anfrage als Python-Code für requests kopieren.</translation>
    </message>
    <message>
        <source>Python (http&amp;x)</source>
        <translation>Python (http&amp;x)</translation>
    </message>
    <message>
        <source>Copy the request as Python code for httpx.</source>
        <translation>Die Anfrage als Python-Code für httpx kopieren.</translation>
    </message>
    <message>
        <source>&amp;JavaScript (fetch)</source>
        <translation>&amp;JavaScript (fetch)</translation>
    </message>
    <message>
        <source>Copy the request as JavaScript code for fetch.</source>
        <translation>Die Anfrage als JavaScript-Code für fetch kopieren.</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>Copy the request as Go code.</source>
        <translation>Die Anfrage als Go-Code kopieren.</translation>
    </message>
    <message>
        <source>C++ (&amp;libcurl)</source>
        <translation>C++ (&amp;libcurl)</translation>
    </message>
    <message>
        <source>Copy the request as C++ code for libcurl.</source>
        <translation>Die Anfrage als C++-Code für libcurl kopieren.</translation>
    </message>
    <message>
        <source>C++ (&amp;Qt)</source>
        <translation>C++ (&amp;Qt)</translation>
    </message>
    <message>
        <source>Copy the request as C++ code for Qt Network.</source>
        <translation>Die Anfrage als C++-Code für Qt Network kopieren.</translation>
    </message>
    <message>
        <source>Rena&amp;me request…</source>
        <translation>Anfrage um&amp;benennen…</translation>
    </message>
    <message>
        <source>Give the request another name.</source>
        <translation>Der Anfrage einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Environment…</source>
        <translation>Umgebung…</translation>
    </message>
    <message>
        <source>Choose the environment whose variables are filled in.</source>
        <translation>Die Umgebung wählen, deren Variablen eingesetzt werden.</translation>
    </message>
    <message>
        <source>Edit environments…</source>
        <translation>Umgebungen bearbeiten…</translation>
    </message>
    <message>
        <source>Change variables and environments of this folder.</source>
        <translation>Variablen und Umgebungen dieses Ordners ändern.</translation>
    </message>
    <message>
        <source>R&amp;un folder or file…</source>
        <translation>O&amp;rdner oder Datei ausführen…</translation>
    </message>
    <message>
        <source>Send all requests of the folder or file chosen in the sidebar, one after the other.</source>
        <translation>Alle Anfragen des in der Seitenleiste gewählten Ordners oder der Datei nacheinander senden.</translation>
    </message>
    <message>
        <source>&amp;Frames</source>
        <translation>&amp;Frames</translation>
    </message>
    <message>
        <source>Show what went over the wire, frame by frame.</source>
        <translation>Zeigen, was über die Leitung ging, Frame für Frame.</translation>
    </message>
    <message>
        <source>Open co&amp;mparison…</source>
        <translation>V&amp;ergleich öffnen…</translation>
    </message>
    <message>
        <source>Read a measurement of HTTP versions that was saved.</source>
        <translation>Eine gesicherte Messung von HTTP-Versionen lesen.</translation>
    </message>
    <message>
        <source>Compare a &amp;batch…</source>
        <translation>Bün&amp;del vergleichen…</translation>
    </message>
    <message>
        <source>Compare versions over all requests of a page load (HAR), a .http file or a list of URLs.</source>
        <translation>Versionen über alle Anfragen eines Seitenaufrufs (HAR), einer .http-Datei oder einer Liste von URLs vergleichen.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Bring requests from Postman, an HTTP archive or curl commands, after a preview.</source>
        <translation>Anfragen aus Postman, einem HTTP-Archiv oder curl-Befehlen übernehmen, nach einer Vorschau.</translation>
    </message>
    <message>
        <source>Open &amp;bundle…</source>
        <translation>Beweisbündel ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Look at calls that were recorded: an evidence bundle or an HTTP archive.</source>
        <translation>Aufgezeichnete Aufrufe ansehen: ein Beweisbündel oder ein HTTP-Archiv.</translation>
    </message>
    <message>
        <source>&amp;Evidence bundle…</source>
        <translation>&amp;Beweisbündel…</translation>
    </message>
    <message>
        <source>Save all that was recorded of the call shown, to be opened again; other forms stand beside it.</source>
        <translation>Alles sichern, was zum gezeigten Aufruf aufgezeichnet ist, um es wieder zu öffnen; andere Formen stehen daneben.</translation>
    </message>
    <message>
        <source>&amp;HTTP archive…</source>
        <translation>&amp;HTTP-Archiv…</translation>
    </message>
    <message>
        <source>Save the call shown as a HAR file for browsers and other tools.</source>
        <translation>Den gezeigten Aufruf als HAR-Datei für Browser und andere Werkzeuge sichern.</translation>
    </message>
    <message>
        <source>&amp;Packet capture…</source>
        <translation>&amp;Paketmitschnitt…</translation>
    </message>
    <message>
        <source>Save every octet of the call shown as packets for Wireshark.</source>
        <translation>Jedes Oktett des gezeigten Aufrufs als Pakete für Wireshark sichern.</translation>
    </message>
    <message>
        <source>TLS session &amp;keys…</source>
        <translation>TLS-Sitzungs&amp;schlüssel…</translation>
    </message>
    <message>
        <source>Save the keys that decrypt the traffic of the call shown.</source>
        <translation>Die Schlüssel sichern, die den Verkehr des gezeigten Aufrufs entschlüsseln.</translation>
    </message>
    <message>
        <source>New &amp;request</source>
        <translation>Neue &amp;Anfrage</translation>
    </message>
    <message>
        <source>Add a request to the file chosen in the sidebar.</source>
        <translation>Der in der Seitenleiste gewählten Datei eine Anfrage hinzufügen.</translation>
    </message>
    <message>
        <source>New f&amp;ile</source>
        <translation>Neue Da&amp;tei</translation>
    </message>
    <message>
        <source>Make a file for requests in the folder chosen in the sidebar.</source>
        <translation>Im in der Seitenleiste gewählten Ordner eine Datei für Anfragen anlegen.</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>Neuer &amp;Ordner</translation>
    </message>
    <message>
        <source>Make a folder in the one chosen in the sidebar.</source>
        <translation>Im in der Seitenleiste gewählten Ordner einen Ordner anlegen.</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give what is chosen in the sidebar another name; F2 there.</source>
        <translation>Dem in der Seitenleiste Gewählten einen anderen Namen geben; dort F2.</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Copy what is chosen in the sidebar; Ctrl+Shift+D there.</source>
        <translation>Das in der Seitenleiste Gewählte kopieren; dort Strg+Umschalt+D.</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>&amp;Verschieben nach…</translation>
    </message>
    <message>
        <source>Move what is chosen in the sidebar to another file or folder.</source>
        <translation>Das in der Seitenleiste Gewählte in eine andere Datei oder einen anderen Ordner verschieben.</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>Nach o&amp;ben</translation>
    </message>
    <message>
        <source>Put what is chosen in the sidebar one place higher.</source>
        <translation>Das in der Seitenleiste Gewählte eine Stelle höher setzen.</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Put what is chosen in the sidebar one place lower.</source>
        <translation>Das in der Seitenleiste Gewählte eine Stelle tiefer setzen.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete what is chosen in the sidebar; it can be brought back.</source>
        <translation>Das in der Seitenleiste Gewählte löschen; es lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>&amp;For all its requests…</source>
        <translation>&amp;Für alle Anfragen darin…</translation>
    </message>
    <message>
        <source>Authentication and headers for all requests of the folder or file chosen in the sidebar.</source>
        <translation>Anmeldung und Felder für alle Anfragen des in der Seitenleiste gewählten Ordners oder der Datei.</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the file or folder chosen in the sidebar.</source>
        <translation>Den Pfad der in der Seitenleiste gewählten Datei oder des Ordners kopieren.</translation>
    </message>
    <message>
        <source>&amp;Undo in the library</source>
        <translation>In der Bibliothek &amp;rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change to files and folders; Ctrl+Z in the sidebar.</source>
        <translation>Die letzte Änderung an Dateien und Ordnern zurücknehmen; in der Seitenleiste Strg+Z.</translation>
    </message>
    <message>
        <source>R&amp;edo in the library</source>
        <translation>In der Bibliothek &amp;wiederholen</translation>
    </message>
    <message>
        <source>Make that change again; Ctrl+Shift+Z in the sidebar.</source>
        <translation>Diese Änderung noch einmal machen; in der Seitenleiste Strg+Umschalt+Z.</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, theme, history and network: what applies to all requests.</source>
        <translation>Sprache, Thema, Verlauf und Netz: was für alle Anfragen gilt.</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>Show every call that was sent, to search and to open again.</source>
        <translation>Jeden gesendeten Aufruf zeigen, zum Suchen und Wiederöffnen.</translation>
    </message>
    <message>
        <source>Request as te&amp;xt</source>
        <translation>Anfrage als Te&amp;xt</translation>
    </message>
    <message>
        <source>Show the request as the text of its file, or as a form again.</source>
        <translation>Die Anfrage als Text ihrer Datei zeigen, oder wieder als Formular.</translation>
    </message>
    <message>
        <source>&amp;Larger content</source>
        <translation>Inhalt &amp;größer</translation>
    </message>
    <message>
        <source>Show bodies and editors larger.</source>
        <translation>Bodys und Editoren größer zeigen.</translation>
    </message>
    <message>
        <source>S&amp;maller content</source>
        <translation>Inhalt &amp;kleiner</translation>
    </message>
    <message>
        <source>Show bodies and editors smaller.</source>
        <translation>Bodys und Editoren kleiner zeigen.</translation>
    </message>
    <message>
        <source>Content in its &amp;usual size</source>
        <translation>Inhalt in &amp;üblicher Größe</translation>
    </message>
    <message>
        <source>Show bodies and editors as large as the desktop&apos;s fixed font.</source>
        <translation>Bodys und Editoren so groß zeigen wie die Festschrift der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Send on a ne&amp;w connection</source>
        <translation>Auf &amp;neuer Verbindung senden</translation>
    </message>
    <message>
        <source>Send the request on a connection that is made for it alone, and closed after it.</source>
        <translation>Die Anfrage auf einer Verbindung senden, die nur für sie geöffnet und danach geschlossen wird.</translation>
    </message>
    <message>
        <source>&amp;History of this request</source>
        <translation>Verla&amp;uf dieser Anfrage</translation>
    </message>
    <message>
        <source>Show the calls of this request alone.</source>
        <translation>Nur die Aufrufe dieser Anfrage zeigen.</translation>
    </message>
    <message>
        <source>Compare a fo&amp;lder…</source>
        <translation>&amp;Ordner vergleichen…</translation>
    </message>
    <message>
        <source>Compare versions over the requests of all .http files of a folder.</source>
        <translation>Versionen über die Anfragen aller .http-Dateien eines Ordners vergleichen.</translation>
    </message>
    <message>
        <source>Sav&amp;e body…</source>
        <translation>Bod&amp;y sichern…</translation>
    </message>
    <message>
        <source>Write the body of the response to a file.</source>
        <translation>Den Body der Antwort in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>O&amp;pen body elsewhere</source>
        <translation>Body anders&amp;wo öffnen</translation>
    </message>
    <message>
        <source>Open the body of the response with the program that the desktop has for it.</source>
        <translation>Den Body der Antwort mit dem Programm öffnen, das die Arbeitsumgebung dafür hat.</translation>
    </message>
    <message>
        <source>Compare bod&amp;y with…</source>
        <translation>Body verglei&amp;chen mit…</translation>
    </message>
    <message>
        <source>Show what differs between this body and an earlier one, one of another tab, or a file.</source>
        <translation>Zeigen, was sich zwischen diesem Body und einem früheren, einem aus einem anderen Tab oder einer Datei unterscheidet.</translation>
    </message>
    <message>
        <source>&amp;Filter body…</source>
        <translation>Body &amp;filtern…</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Show how the request says who you are.</source>
        <translation>Zeigen, womit sich die Anfrage ausweist.</translation>
    </message>
    <message>
        <source>Overvie&amp;w</source>
        <translation>Überb&amp;lick</translation>
    </message>
    <message>
        <source>Show the outcome, what was noticed, and how much went over the wire.</source>
        <translation>Zeigen, wie es ausging, was auffiel und wie viel über die Leitung ging.</translation>
    </message>
    <message>
        <source>Show addresses, protocol and what the connection carried.</source>
        <translation>Adressen, Protokoll und was die Verbindung trug, zeigen.</translation>
    </message>
    <message>
        <source>TL&amp;S</source>
        <translation>TL&amp;S</translation>
    </message>
    <message>
        <source>Show the handshake, message by message, and the certificates.</source>
        <translation>Den Handshake Nachricht für Nachricht und die Zertifikate zeigen.</translation>
    </message>
    <message>
        <source>Open connections…</source>
        <translation>Offene Verbindungen…</translation>
    </message>
    <message>
        <source>Show every connection that is held open, and close some.</source>
        <translation>Jede offen gehaltene Verbindung zeigen und einzelne schließen.</translation>
    </message>
    <message>
        <source>Show only what an expression of JSONPath or jq selects from the body.</source>
        <translation>Nur zeigen, was ein Ausdruck in JSONPath oder jq aus dem Body auswählt.</translation>
    </message>
    <message>
        <source>&amp;Go to row or octet…</source>
        <translation>&amp;Zu Zeile oder Oktett gehen…</translation>
    </message>
    <message>
        <source>Go to a row of the body, or to an octet of it.</source>
        <translation>Zu einer Zeile oder einem Oktett des Bodys gehen.</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>%1, block difference %2</source>
        <translation>%1, Blockdifferenz %2</translation>
    </message>
    <message>
        <source>Share of trials that were over by each time</source>
        <translation>Anteil der Läufe, die bis zu jeder Zeit beendet waren</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Difference to the first arm, one dot a block, in ms</source>
        <translation>Differenz zum ersten Arm, ein Punkt je Block, in ms</translation>
    </message>
    <message>
        <source>A/A noise</source>
        <translation>A/A-Rauschen</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Share of trials over by each time</source>
        <translation>Anteil der bis zu jeder Zeit beendeten Läufe</translation>
    </message>
    <message>
        <source>Difference to the first arm, by block</source>
        <translation>Differenz zum ersten Arm, Block für Block</translation>
    </message>
    <message>
        <source>One dot a block; the bar is the 95 % interval with the median, the band the A/A noise.</source>
        <translation>Ein Punkt je Block; der Balken ist das 95-%-Intervall mit dem Median, das Band das A/A-Rauschen.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>What the answers differ in</source>
        <translation>Worin sich die Antworten unterscheiden</translation>
    </message>
    <message>
        <source>Block by block</source>
        <translation>Block für Block</translation>
    </message>
    <message>
        <source>Difference to the first arm</source>
        <translation>Differenz zum ersten Arm</translation>
    </message>
    <message>
        <source>ABBA or BAAB with an A/A control</source>
        <translation>ABBA oder BAAB mit A/A-Kontrolle</translation>
    </message>
    <message>
        <source>Latin squares with an A/A control</source>
        <translation>lateinische Quadrate mit A/A-Kontrolle</translation>
    </message>
    <message>
        <source> TLS: %1.</source>
        <translation> TLS: %1.</translation>
    </message>
    <message>
        <source> Server: %1.</source>
        <translation> Server: %1.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>Mittlere Zeit (Median)</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Schnellster</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>Langsamster</translation>
    </message>
    <message>
        <source>Median of one request</source>
        <translation>Median einer Anfrage</translation>
    </message>
    <message>
        <source>95 % of requests within</source>
        <translation>95 % der Anfragen in</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1, octets</source>
        <translation>%1, Oktette</translation>
    </message>
    <message>
        <source>Client CPU</source>
        <translation>CPU des Clients</translation>
    </message>
    <message>
        <source>Harness</source>
        <translation>Messaufbau</translation>
    </message>
    <message>
        <source>protocol-dependent</source>
        <translation>versionsabhängig</translation>
    </message>
    <message>
        <source>volatile</source>
        <translation>wechselhaft</translation>
    </message>
    <message>
        <source>seen-once</source>
        <translation>einmal gesehen</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>%1 (control)</source>
        <translation>%1 (Kontrolle)</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2; %3 blocks</source>
        <translation>95-%-Intervall %1 bis %2; %3 Blöcke</translation>
    </message>
    <message>
        <source>; A/A noise %1 to %2</source>
        <translation>; A/A-Rauschen %1 bis %2</translation>
    </message>
    <message>
        <source>, with %1 % fewer response-head octets</source>
        <translation>, mit %1 % weniger Oktetten in Antwort-Headern</translation>
    </message>
    <message>
        <source>, with %1 % more response-head octets</source>
        <translation>, mit %1 % mehr Oktetten in Antwort-Headern</translation>
    </message>
    <message>
        <source>%1 finished %2 sooner than %3 (%4; ratio %5)%6.</source>
        <translation>%1 war %2 früher fertig als %3 (%4; Verhältnis %5)%6.</translation>
    </message>
    <message>
        <source>%1 finished %2 later than %3 (%4; ratio %5)%6.</source>
        <translation>%1 war %2 später fertig als %3 (%4; Verhältnis %5)%6.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 requests, the first %2</source>
        <translation>%1 Anfragen, die erste %2</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>wiederaufgenommen</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>No verdict on %1 against %2: %3 of at least %4 blocks were measured.</source>
        <translation>Kein Urteil über %1 gegen %2: %3 von mindestens %4 Blöcken wurden gemessen.</translation>
    </message>
    <message>
        <source>%1 and %2 take the same time within %3 (difference %4; %5).</source>
        <translation>%1 und %2 brauchen auf %3 genau gleich lang (Differenz %4; %5).</translation>
    </message>
    <message>
        <source>Inconclusive: %1 against %2 is %3 (%4), which neither shows a difference nor that there is none larger than %5.</source>
        <translation>Unentschieden: %1 gegen %2 ergibt %3 (%4); das zeigt weder einen Unterschied noch, dass es keinen größeren als %5 gibt.</translation>
    </message>
    <message>
        <source>For %1: %2</source>
        <translation>Für %1: %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weiteren</translation>
    </message>
    <message>
        <source>Responses equivalent</source>
        <translation>Antworten gleichwertig</translation>
    </message>
    <message>
        <source>Responses differ by version in %1</source>
        <translation>Antworten unterscheiden sich je nach Version in: %1</translation>
    </message>
    <message>
        <source>; changes with every answer: %1</source>
        <translation>; wechselt mit jeder Antwort: %1</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>interim response %1</source>
        <translation>Zwischenantwort %1</translation>
    </message>
    <message>
        <source>field “%1”</source>
        <translation>Feld „%1“</translation>
    </message>
    <message>
        <source>cookie “%1”</source>
        <translation>Cookie „%1“</translation>
    </message>
    <message>
        <source>trailer “%1”</source>
        <translation>Trailer „%1“</translation>
    </message>
    <message>
        <source>content coding</source>
        <translation>Inhaltskodierung</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>JSON value %1</source>
        <translation>JSON-Wert %1</translation>
    </message>
    <message>
        <source>body line %1</source>
        <translation>Body-Zeile %1</translation>
    </message>
    <message>
        <source>proof of the end</source>
        <translation>Nachweis des Endes</translation>
    </message>
    <message>
        <source>server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>TLS parameters</source>
        <translation>TLS-Parameter</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>Request heads</source>
        <translation>Anfrage-Header</translation>
    </message>
    <message>
        <source>Response heads</source>
        <translation>Antwort-Header</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Rahmung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>TLS records</source>
        <translation>TLS-Records</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>The arms were answered by different servers (another address or certificate): their times cannot be compared.</source>
        <translation>Den Armen antworteten verschiedene Server (andere Adresse oder anderes Zertifikat): Ihre Zeiten sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>The arms did not agree on the same TLS version, cipher and group (%1).</source>
        <translation>Die Arme haben nicht dieselbe TLS-Version, Chiffre und Gruppe ausgehandelt (%1).</translation>
    </message>
    <message>
        <source>The status was not the same in all answers: the times are those of different work.</source>
        <translation>Der Status war nicht in allen Antworten gleich: Die Zeiten gehören zu verschiedener Arbeit.</translation>
    </message>
    <message>
        <source>A redirect leads to %1, whose address is not pinned: its look-up is part of the times.</source>
        <translation>Eine Weiterleitung führt zu %1, dessen Adresse nicht festliegt: Seine Auflösung ist Teil der Zeiten.</translation>
    </message>
    <message>
        <source> The first: %1</source>
        <translation> Der erste: %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 trials failed and their blocks do not count.%4</source>
        <translation>%1: %2 von %3 Läufen schlugen fehl, ihre Blöcke zählen nicht.%4</translation>
    </message>
    <message>
        <source>%1: %2 of %3 warm trials had to open a connection, because the server had ended the old one (its keep-alive limit).</source>
        <translation>%1: %2 von %3 warmen Läufen mussten eine Verbindung öffnen, weil der Server die alte beendet hatte (seine Keep-Alive-Grenze).</translation>
    </message>
    <message>
        <source>%1: %2 of %3 trials were to resume TLS and made a full handshake: the server gave no usable ticket.</source>
        <translation>%1: %2 von %3 Läufen sollten TLS wieder aufnehmen und machten einen vollen Handshake: Der Server gab kein brauchbares Ticket.</translation>
    </message>
    <message>
        <source>%1: at most %2 of the %3 connections carried a request.</source>
        <translation>%1: Höchstens %2 der %3 Verbindungen trugen eine Anfrage.</translation>
    </message>
    <message>
        <source>%1: the client computed for %2 % of the time; it may be what was measured.</source>
        <translation>%1: Der Client rechnete %2 % der Zeit; vielleicht wurde er gemessen.</translation>
    </message>
    <message>
        <source>The control, the first arm against itself, differs by %1 ms: something but the protocol moves these times.</source>
        <translation>Die Kontrolle, der erste Arm gegen sich selbst, weicht um %1 ms ab: Etwas anderes als das Protokoll verschiebt diese Zeiten.</translation>
    </message>
    <message>
        <source>An arm gave a single answer: whether what differs depends on the version or changes every time cannot be told.</source>
        <translation>Ein Arm gab nur eine Antwort: Ob ein Unterschied von der Version abhängt oder jedes Mal wechselt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 trials.</source>
        <translation>Nach %1 von %2 Läufen angehalten.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>sent again: %1</source>
        <translation>erneut gesendet: %1</translation>
    </message>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 neu</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>faster than before</source>
        <translation>schneller als vorher</translation>
    </message>
    <message>
        <source>slower than before</source>
        <translation>langsamer als vorher</translation>
    </message>
    <message>
        <source>no change shown</source>
        <translation>keine Änderung belegt</translation>
    </message>
    <message>
        <source>the requests</source>
        <translation>den Anfragen</translation>
    </message>
    <message>
        <source>the size of the batch</source>
        <translation>der Größe des Bündels</translation>
    </message>
    <message>
        <source>the machine or its software</source>
        <translation>dem Rechner oder seiner Software</translation>
    </message>
    <message>
        <source> The first problem: %1</source>
        <translation> Das erste Problem: %1</translation>
    </message>
    <message>
        <source>“%1” holds no request that can be sent.%2</source>
        <translation>„%1“ enthält keine Anfrage, die gesendet werden kann.%2</translation>
    </message>
    <message>
        <source>The requests go through the proxy %1: it takes part in every time, may answer from its cache, and the server&apos;s address is its choice.</source>
        <translation>Die Anfragen gehen durch den Proxy %1: Er steckt in jeder Zeit, antwortet vielleicht aus seinem Zwischenspeicher, und die Adresse des Servers wählt er.</translation>
    </message>
    <message>
        <source>The server answered 429, too many requests, in trial %1 of %2, so no more were sent; what was measured before is kept.</source>
        <translation>Der Server antwortete in Lauf %1 von %2 mit 429, zu viele Anfragen; mehr wurden nicht gesendet, das vorher Gemessene bleibt.</translation>
    </message>
    <message>
        <source>Left out because a batch goes to one origin, here %2: requests to others, %1 of them.</source>
        <translation>Weggelassen, weil ein Bündel an einen Ursprung geht, hier %2: Anfragen an andere, %1 Stück.</translation>
    </message>
    <message>
        <source>Left out because they cannot be sent: %1. The first: %2</source>
        <translation>Weggelassen, weil sie nicht gesendet werden können: %1. Die erste: %2</translation>
    </message>
    <message>
        <source>Left out above the limit of %2 requests: %1.</source>
        <translation>Weggelassen über der Grenze von %2 Anfragen: %1.</translation>
    </message>
    <message>
        <source>Not carried over from the file, or not quite: %1. The first: %2</source>
        <translation>Aus der Datei nicht oder nicht ganz übernommen: %1. Das erste: %2</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 delay line</source>
        <translation>Leitung mit %1 Verzögerung</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 hinunter</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 hinauf</translation>
    </message>
    <message>
        <source>modelled slow start</source>
        <translation>nachgebildeter Slow Start</translation>
    </message>
    <message>
        <source>No network emulation.</source>
        <translation>Keine Netznachbildung.</translation>
    </message>
    <message>
        <source>%1 a round trip, connecting included</source>
        <translation>%1 Umlaufzeit, das Verbinden eingeschlossen</translation>
    </message>
    <message>
        <source>%1 down, shared by all connections</source>
        <translation>%1 hinunter, von allen Verbindungen geteilt</translation>
    </message>
    <message>
        <source>%1 up, shared by all connections</source>
        <translation>%1 hinauf, von allen Verbindungen geteilt</translation>
    </message>
    <message>
        <source>slow start is modelled (ten segments of 1448 octets at the beginning, one more for each that arrives), no loss</source>
        <translation>Slow Start ist nachgebildet (anfangs zehn Segmente zu 1448 Oktetten, eines mehr für jedes, das ankommt), kein Verlust</translation>
    </message>
    <message>
        <source>no slow start, no loss</source>
        <translation>kein Slow Start, kein Verlust</translation>
    </message>
    <message>
        <source>Emulated line above TCP: %1; %2. A real network is less kind.</source>
        <translation>Nachgebildete Leitung über TCP: %1; %2. Ein wirkliches Netz ist weniger gütig.</translation>
    </message>
    <message>
        <source>%1: %2, %3 octets</source>
        <translation>%1: %2, %3 Oktette</translation>
    </message>
    <message>
        <source>+ %1 of content</source>
        <translation>+ %1 Inhalt</translation>
    </message>
    <message>
        <source>Octets of a trial besides its content</source>
        <translation>Oktette eines Laufs neben seinem Inhalt</translation>
    </message>
    <message>
        <source>%1 blocks and one discarded before them, %2, seed %3; medians of paired block differences with 95 % block-bootstrap intervals; time from the start of the batch to its last octet; equivalent means within the larger of %4 % and %5 ms; Sonde %6.</source>
        <translation>%1 Blöcke und davor ein verworfener, %2, Startwert %3; Mediane gepaarter Blockdifferenzen mit 95-%-Intervallen aus Block-Bootstrap; Zeit vom Beginn des Stapels bis zu seinem letzten Oktett; gleichwertig heißt innerhalb des Größeren von %4 % und %5 ms; Sonde %6.</translation>
    </message>
    <message>
        <source>CPU of the emulated line</source>
        <translation>CPU der nachgebildeten Leitung</translation>
    </message>
    <message>
        <source>Line late by at most</source>
        <translation>Leitung höchstens verspätet um</translation>
    </message>
    <message>
        <source>the emulated line</source>
        <translation>die nachgebildete Leitung</translation>
    </message>
    <message>
        <source>%1: in half of the trials the emulated line handed octets over up to %2 ms late, because the machine was busy.</source>
        <translation>%1: In der Hälfte der Läufe gab die nachgebildete Leitung Oktette bis zu %2 ms zu spät weiter, weil der Rechner beschäftigt war.</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Taken back: “%1”</source>
        <translation>Zurückgenommen: „%1“</translation>
    </message>
    <message>
        <source>Done again: “%1”</source>
        <translation>Wieder gemacht: „%1“</translation>
    </message>
    <message>
        <source>“%1” was made</source>
        <translation>„%1“ wurde angelegt</translation>
    </message>
    <message>
        <source>“%1” was renamed</source>
        <translation>„%1“ wurde umbenannt</translation>
    </message>
    <message>
        <source>“%1” was duplicated</source>
        <translation>„%1“ wurde dupliziert</translation>
    </message>
    <message>
        <source>“%1” was moved</source>
        <translation>„%1“ wurde verschoben</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>„%1“ wurde gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Written into %n request(s) of “%1”</source>
        <translation>
            <numerusform>In %n Anfrage von „%1“ geschrieben</numerusform>
            <numerusform>In %n Anfragen von „%1“ geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 from Send to the end</source>
        <translation>%1 vom Senden bis zum Ende</translation>
    </message>
    <message>
        <source>%1 since Send</source>
        <translation>%1 seit dem Senden</translation>
    </message>
    <message numerus="yes">
        <source>%1; all %n request(s) together %2</source>
        <extracomment>%1 and %2 are times; %n is how many requests</extracomment>
        <translation>
            <numerusform>%1; %n Anfrage zusammen %2</numerusform>
            <numerusform>%1; alle %n Anfragen zusammen %2</numerusform>
        </translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>the server ended the stream: the body is whole</source>
        <translation>der Server hat den Stream beendet: Der Body ist vollständig</translation>
    </message>
    <message>
        <source>all announced octets arrived: the body is whole</source>
        <translation>alle angekündigten Bytes sind da: Der Body ist vollständig</translation>
    </message>
    <message>
        <source>the last chunk arrived: the body is whole</source>
        <translation>der letzte Chunk ist da: Der Body ist vollständig</translation>
    </message>
    <message>
        <source>a response of this kind has no body</source>
        <translation>eine solche Antwort hat keinen Body</translation>
    </message>
    <message>
        <source>the server closed: nothing proves that the body is whole</source>
        <translation>der Server hat geschlossen: Nichts beweist, dass der Body vollständig ist</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>none: the request did not get that far</source>
        <translation>keine: So weit kam die Anfrage nicht</translation>
    </message>
    <message>
        <source>reused; request %1 of this chain opened it</source>
        <translation>wiederverwendet; Anfrage %1 dieser Kette hat sie geöffnet</translation>
    </message>
    <message>
        <source>reused; an earlier request opened it</source>
        <translation>wiederverwendet; eine frühere Anfrage hat sie geöffnet</translation>
    </message>
    <message>
        <source>new; another request opened it while this one waited</source>
        <translation>neu; eine andere Anfrage hat sie geöffnet, während diese wartete</translation>
    </message>
    <message>
        <source>new; opened for this request</source>
        <translation>neu; für diese Anfrage geöffnet</translation>
    </message>
    <message>
        <source>new, as asked; opened in %1 for this request alone</source>
        <translation>neu, wie verlangt; in %1 allein für diese Anfrage geöffnet</translation>
    </message>
    <message>
        <source>new; opened in %1 for this request</source>
        <translation>neu; in %1 für diese Anfrage geöffnet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>none: http is not encrypted</source>
        <translation>keines: http ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Content coding</source>
        <translation>Inhaltskodierung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The server itself hands over a statement that its certificate was revoked.</source>
        <translation>Der Server legt selbst eine Aussage vor, dass sein Zertifikat widerrufen wurde.</translation>
    </message>
    <message>
        <source>The certificate was not verified, as asked: %1</source>
        <translation>Das Zertifikat wurde nicht geprüft, wie verlangt: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 a frame type such as DATA, %2 &quot;sent&quot; or &quot;received&quot;, %3 a sentence</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>There is something to say of %n more frame(s).</source>
        <translation>
            <numerusform>Zu %n weiteren Frame ist etwas zu sagen.</numerusform>
            <numerusform>Zu %n weiteren Frames ist etwas zu sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The body ended with the connection: nothing proves that it is whole.</source>
        <translation>Der Body endete mit der Verbindung: Nichts belegt, dass er vollständig ist.</translation>
    </message>
    <message>
        <source>Nothing so far; the response is still on its way.</source>
        <translation>Bisher nichts; die Antwort ist noch unterwegs.</translation>
    </message>
    <message>
        <source>No response came, so there is nothing to judge.</source>
        <translation>Es kam keine Antwort, also gibt es nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>Nothing: no rule was broken, and the header section is as it should be.</source>
        <translation>Nichts: Keine Regel ist verletzt, und der Kopf ist, wie er sein soll.</translation>
    </message>
    <message>
        <source>Show the problem</source>
        <translation>Problem zeigen</translation>
    </message>
    <message>
        <source>Show the headers</source>
        <translation>Kopf zeigen</translation>
    </message>
    <message>
        <source>Show the field</source>
        <translation>Feld zeigen</translation>
    </message>
    <message>
        <source>Show the frame</source>
        <translation>Den Frame zeigen</translation>
    </message>
    <message>
        <source>Show the octets</source>
        <translation>Oktette zeigen</translation>
    </message>
    <message>
        <source>Show the certificate</source>
        <translation>Zertifikat zeigen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>Verstoß</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>the least that TCP has measured</source>
        <translation>das Kleinste, was TCP gemessen hat</translation>
    </message>
    <message>
        <source>measured by PING on this connection</source>
        <translation>mit PING auf dieser Verbindung gemessen</translation>
    </message>
    <message>
        <source>measured when connecting</source>
        <translation>beim Verbinden gemessen</translation>
    </message>
    <message>
        <source>the window of the stream was used up</source>
        <translation>das Fenster des Streams war aufgebraucht</translation>
    </message>
    <message>
        <source>the window of the connection was used up</source>
        <translation>das Fenster der Verbindung war aufgebraucht</translation>
    </message>
    <message>
        <source>the windows of stream and connection were used up</source>
        <translation>die Fenster von Stream und Verbindung waren aufgebraucht</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>%1; %2; %3</source>
        <extracomment>%1 &quot;sent&quot; or &quot;received&quot; content, %2 which window, %3 &quot;measured&quot; or &quot;inferred&quot;</extracomment>
        <translation>%1; %2; %3</translation>
    </message>
    <message>
        <source>Of the wait, %1 are the server&apos;s: an estimate</source>
        <translation>Vom Warten gehen %1 auf den Server: geschätzt</translation>
    </message>
    <message>
        <source>Stalled for %1: %2</source>
        <translation>%1 lang gestockt: %2</translation>
    </message>
</context>
<context>
    <name>sonde::Sentence</name>
    <message>
        <source>The body could not be read to its end.</source>
        <translation>Der Body ließ sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>There is no file “%1”: check its name and folder.</source>
        <translation>Es gibt keine Datei „%1“: Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>“%1” is a folder: name a file in it.</source>
        <translation>„%1“ ist ein Ordner: Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>“%1” is not a regular file: save its octets to one first.</source>
        <translation>„%1“ ist keine gewöhnliche Datei: Sichern Sie ihre Oktette zuerst in eine.</translation>
    </message>
    <message>
        <source>The file “%1” may not be read: check its permissions.</source>
        <translation>Die Datei „%1“ darf nicht gelesen werden: Prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>Die Datei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file “%1” has become shorter while it was read: open it again.</source>
        <translation>Die Datei „%1“ ist beim Lesen kürzer geworden: Öffnen Sie sie neu.</translation>
    </message>
    <message>
        <source>There is nothing to look for: type a text.</source>
        <translation>Es gibt nichts zu suchen: Geben Sie einen Text ein.</translation>
    </message>
    <message>
        <source>The pattern takes too long on the octets behind offset %1: make it more exact, for example with fewer nested repetitions.</source>
        <translation>Das Muster braucht für die Oktette hinter Offset %1 zu lange: Fassen Sie es genauer, etwa mit weniger verschachtelten Wiederholungen.</translation>
    </message>
    <message>
        <source> (Unix shell quoting issues?)</source>
        <translation> (Liegt es an den Anführungszeichen der Unix-Shell?)</translation>
    </message>
    <message>
        <source> compile error</source>
        <translation> Übersetzungsfehler</translation>
    </message>
    <message>
        <source> compile errors</source>
        <translation> Übersetzungsfehler</translation>
    </message>
    <message>
        <source>jq was ended by the signal %1 before it was done.</source>
        <translation>jq wurde vom Signal %1 beendet, bevor es fertig war.</translation>
    </message>
    <message>
        <source>jq ended with the code %1 and gave no reason.</source>
        <translation>jq endete mit dem Code %1 und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>jq cannot be started.</source>
        <translation>jq lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>jq was stopped.</source>
        <translation>jq wurde angehalten.</translation>
    </message>
    <message>
        <source>jq wrote more than 4 GiB and was stopped.</source>
        <translation>jq schrieb mehr als 4 GiB und wurde angehalten.</translation>
    </message>
    <message>
        <source>jq is not installed: install the package jq, or filter with a JSONPath expression.</source>
        <translation>jq ist nicht installiert: Installieren Sie das Paket jq oder filtern Sie mit einem JSONPath-Ausdruck.</translation>
    </message>
    <message>
        <source>the octet 0x%1</source>
        <translation>das Oktett 0x%1</translation>
    </message>
    <message>
        <source>A string holds %1, which must be written as an escape.</source>
        <translation>Ein String enthält %1; das muss als Escape geschrieben werden.</translation>
    </message>
    <message>
        <source>A colon must follow a name, not %1.</source>
        <translation>Auf einen Namen muss ein Doppelpunkt folgen, nicht %1.</translation>
    </message>
    <message>
        <source>After the end of the value stands %1.</source>
        <translation>Nach dem Ende des Werts steht %1.</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep: no further check.</source>
        <translation>Werte sind mehr als %1 tief verschachtelt: Weiter wird nicht geprüft.</translation>
    </message>
    <message>
        <source>Here a value must stand, not %1.</source>
        <translation>Hier muss ein Wert stehen, nicht %1.</translation>
    </message>
    <message>
        <source>Here a name in quotes must stand, not %1.</source>
        <translation>Hier muss ein Name in Anführungszeichen stehen, nicht %1.</translation>
    </message>
    <message>
        <source>%1 cannot close what %2 has opened.</source>
        <translation>%1 kann nicht schließen, was %2 geöffnet hat.</translation>
    </message>
    <message>
        <source>A comma or %1 must stand here, not %2.</source>
        <translation>Hier muss ein Komma oder %1 stehen, nicht %2.</translation>
    </message>
    <message>
        <source>A number must not begin with a zero and further digits.</source>
        <translation>Eine Zahl darf nicht mit einer Null und weiteren Ziffern beginnen.</translation>
    </message>
    <message>
        <source>In this number a digit must stand, not %1.</source>
        <translation>In dieser Zahl muss eine Ziffer stehen, nicht %1.</translation>
    </message>
    <message>
        <source>A number cannot hold %1.</source>
        <translation>Eine Zahl kann %1 nicht enthalten.</translation>
    </message>
    <message>
        <source>Here only true, false, null or another value may stand; %1 fits none.</source>
        <translation>Hier darf nur true, false, null oder ein anderer Wert stehen; %1 passt zu keinem.</translation>
    </message>
    <message>
        <source>A backslash followed by %1 means nothing in a string.</source>
        <translation>Ein Backslash, gefolgt von %1, bedeutet in einem String nichts.</translation>
    </message>
    <message>
        <source>Four hexadecimal digits must follow \u, not %1.</source>
        <translation>Auf \u müssen vier hexadezimale Ziffern folgen, nicht %1.</translation>
    </message>
    <message>
        <source>There is no value at all.</source>
        <translation>Es gibt gar keinen Wert.</translation>
    </message>
    <message>
        <source>The body ends in the middle of a value.</source>
        <translation>Der Body endet mitten im Wert.</translation>
    </message>
    <message>
        <source>The body ends with %1 still open.</source>
        <translation>Der Body endet, während %1 noch offen ist.</translation>
    </message>
    <message>
        <source>The filter meets a value of more than 16 MiB at offset %1: leave it out of the comparison.</source>
        <translation>Der Filter trifft bei Offset %1 auf einen Wert von mehr als 16 MiB: Lassen Sie ihn aus dem Vergleich heraus.</translation>
    </message>
    <message>
        <source>The regular expression “%1” takes too long on the string at offset %2: simplify it.</source>
        <translation>Der reguläre Ausdruck „%1“ braucht für den String bei Offset %2 zu lange: Vereinfachen Sie ihn.</translation>
    </message>
    <message>
        <source>The filter compares an array or object of more than 16 MiB or %1 levels at offset %2: compare parts of it.</source>
        <translation>Der Filter vergleicht bei Offset %2 ein Array oder Objekt von mehr als 16 MiB oder %1 Ebenen: Vergleichen Sie Teile davon.</translation>
    </message>
    <message>
        <source>“!” turns a test round; this is none.</source>
        <translation>„!“ kehrt eine Bedingung um; dies ist keine.</translation>
    </message>
    <message>
        <source>A value alone is no test: compare it with another.</source>
        <translation>Ein Wert allein ist keine Bedingung: Vergleichen Sie ihn mit einem anderen.</translation>
    </message>
    <message>
        <source>Here “)” must stand.</source>
        <translation>Hier muss „)“ stehen.</translation>
    </message>
    <message>
        <source>Only single values can be compared: a literal, a query for one node, or a function that gives a value.</source>
        <translation>Nur einzelne Werte lassen sich vergleichen: ein Literal, eine Abfrage nach einem Knoten oder eine Funktion, die einen Wert liefert.</translation>
    </message>
    <message>
        <source>Here a query, a literal or a function must stand.</source>
        <translation>Hier muss eine Abfrage, ein Literal oder eine Funktion stehen.</translation>
    </message>
    <message>
        <source>This number is not written as JSON writes numbers.</source>
        <translation>Diese Zahl ist nicht geschrieben, wie JSON Zahlen schreibt.</translation>
    </message>
    <message>
        <source>“%1” is no literal and no function call.</source>
        <translation>„%1“ ist weder ein Literal noch ein Funktionsaufruf.</translation>
    </message>
    <message>
        <source>There is no function “%1”: length, count, match, search and value are known.</source>
        <translation>Es gibt keine Funktion „%1“: Bekannt sind length, count, match, search und value.</translation>
    </message>
    <message>
        <source>This function takes two arguments.</source>
        <translation>Diese Funktion nimmt zwei Argumente.</translation>
    </message>
    <message>
        <source>Here “)” must stand: the function takes no more.</source>
        <translation>Hier muss „)“ stehen: Mehr nimmt die Funktion nicht.</translation>
    </message>
    <message>
        <source>This function takes a query.</source>
        <translation>Diese Funktion nimmt eine Abfrage.</translation>
    </message>
    <message>
        <source>This function takes a single value.</source>
        <translation>Diese Funktion nimmt einen einzelnen Wert.</translation>
    </message>
    <message>
        <source>The JSONPath expression is longer than %1 octets: shorten it.</source>
        <translation>Der JSONPath-Ausdruck ist länger als %1 Oktette: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>The JSONPath expression is not UTF-8: type it anew.</source>
        <translation>Der JSONPath-Ausdruck ist kein UTF-8: Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>A JSONPath expression begins with “$”.</source>
        <translation>Ein JSONPath-Ausdruck beginnt mit „$“.</translation>
    </message>
    <message>
        <source>After the end of the expression stands something more.</source>
        <translation>Nach dem Ende des Ausdrucks steht noch etwas.</translation>
    </message>
    <message>
        <source>The expression is nested more than %1 deep: simplify it.</source>
        <translation>Der Ausdruck ist mehr als %1 tief verschachtelt: Vereinfachen Sie ihn.</translation>
    </message>
    <message>
        <source>After a dot a name or “*” must stand.</source>
        <translation>Nach einem Punkt muss ein Name oder „*“ stehen.</translation>
    </message>
    <message>
        <source>Here a comma or “]” must stand.</source>
        <translation>Hier muss ein Komma oder „]“ stehen.</translation>
    </message>
    <message>
        <source>Here a name in quotes, an index, a slice, “*” or a filter “?” must stand.</source>
        <translation>Hier muss ein Name in Anführungszeichen, ein Index, ein Slice, „*“ oder ein Filter „?“ stehen.</translation>
    </message>
    <message>
        <source>An index is a whole number between −2⁵³ and 2⁵³, without leading zeros.</source>
        <translation>Ein Index ist eine ganze Zahl zwischen −2⁵³ und 2⁵³ ohne führende Nullen.</translation>
    </message>
    <message>
        <source>A control character must be written as an escape.</source>
        <translation>Ein Steuerzeichen muss als Escape geschrieben werden.</translation>
    </message>
    <message>
        <source>The quote that closes this string is missing.</source>
        <translation>Das Anführungszeichen, das diesen String schließt, fehlt.</translation>
    </message>
    <message>
        <source>This backslash begins no escape that JSONPath knows.</source>
        <translation>Mit diesem Backslash beginnt kein Escape, das JSONPath kennt.</translation>
    </message>
    <message>
        <source>Half a surrogate pair is no character.</source>
        <translation>Ein halbes Surrogatpaar ist kein Zeichen.</translation>
    </message>
    <message>
        <source>Four hexadecimal digits must follow \u.</source>
        <translation>Auf \u müssen vier hexadezimale Ziffern folgen.</translation>
    </message>
    <message>
        <source>The body is nested more than %1 deep: name the way down instead of “..”.</source>
        <translation>Der Body ist mehr als %1 tief verschachtelt: Nennen Sie den Weg hinab statt „..“.</translation>
    </message>
    <message>
        <source>The pattern is longer than %1 octets: shorten it.</source>
        <translation>Das Muster ist länger als %1 Oktette: Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The pattern cannot be used; at its octet %1: %2.</source>
        <translation>Das Muster ist nicht brauchbar; bei seinem Oktett %1: %2.</translation>
    </message>
    <message>
        <source>There is no room left in “%1” for more octets: free some space, or set XDG_CACHE_HOME to a folder on another disk.</source>
        <translation>In „%1“ ist kein Platz mehr für weitere Oktette: Schaffen Sie Platz, oder setzen Sie XDG_CACHE_HOME auf einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>The body cannot be written to “%1”: make that folder writable, or set XDG_CACHE_HOME to one that is.</source>
        <translation>Der Body lässt sich nicht in „%1“ schreiben: Machen Sie den Ordner schreibbar, oder setzen Sie XDG_CACHE_HOME auf einen, der es ist.</translation>
    </message>
    <message>
        <source>The stored body can no longer be read from “%1”: its disk reports an error.</source>
        <translation>Der abgelegte Body ist aus „%1“ nicht mehr lesbar: Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>Sent again over HTTP/1.1, because the server does not serve this request over HTTP/2: %1</source>
        <translation>Über HTTP/1.1 noch einmal gesendet, weil der Server diese Anfrage nicht über HTTP/2 bedient: %1</translation>
    </message>
    <message>
        <source>Sent again on a new connection, because the first try failed and cannot have been processed: %1</source>
        <translation>Auf einer neuen Verbindung noch einmal gesendet, weil der erste Versuch gescheitert ist und nicht verarbeitet sein kann: %1</translation>
    </message>
    <message>
        <source>Not sent: Sonde is closing.</source>
        <translation>Nicht gesendet: Sonde wird gerade beendet.</translation>
    </message>
    <message>
        <source>The server switched to another protocol, which Sonde does not speak: the exchange ends here, and the connection is closed.</source>
        <translation>Der Server hat zu einem anderen Protokoll gewechselt, das Sonde nicht spricht: Der Austausch endet hier, und die Verbindung wird geschlossen.</translation>
    </message>
    <message>
        <source>The server sends more than %1 interim responses; later ones are not kept.</source>
        <translation>Der Server sendet mehr als %1 vorläufige Antworten; spätere werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>This is a part of encoded content, which cannot be decoded by itself; it is shown as it came.</source>
        <translation>Dies ist ein Teil von kodiertem Inhalt, der sich für sich allein nicht dekodieren lässt; er wird gezeigt, wie er kam.</translation>
    </message>
    <message>
        <source>The content of this redirect is longer than 1 MiB; the rest was not waited for.</source>
        <translation>Der Inhalt dieser Weiterleitung ist länger als 1 MiB; auf den Rest wurde nicht gewartet.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no file “%1” to send.</source>
        <translation>Es gibt keine Datei „%1“ zu senden.</translation>
    </message>
    <message>
        <source>“%1” is a folder: choose a file to send.</source>
        <translation>„%1“ ist ein Ordner: Wählen Sie eine Datei zum Senden.</translation>
    </message>
    <message>
        <source>it was written to or replaced</source>
        <translation>sie wurde beschrieben oder ersetzt</translation>
    </message>
    <message>
        <source>it had %1 octets and has %2</source>
        <translation>sie hatte %1 Oktette und hat %2</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Die Standardeingabe</translation>
    </message>
    <message>
        <source>The file “%1”</source>
        <translation>Die Datei „%1“</translation>
    </message>
    <message>
        <source>%1 changed while it was being sent (%2): send it again when nothing writes to it.</source>
        <translation>%1 hat sich beim Senden geändert (%2): Senden Sie erneut, wenn nichts mehr hineinschreibt.</translation>
    </message>
    <message>
        <source>it had %1 octets and ends after %2</source>
        <translation>sie hatte %1 Oktette und endet nach %2</translation>
    </message>
    <message>
        <source>Status %1 asks for the content again at “%2”, but standard input can be read only once: send a file instead.</source>
        <translation>Status %1 verlangt den Inhalt noch einmal bei „%2“, aber die Standardeingabe lässt sich nur einmal lesen: Senden Sie stattdessen eine Datei.</translation>
    </message>
    <message>
        <source>The redirect leads from https to http: from here on everything can be read and changed on the way.</source>
        <translation>Die Weiterleitung führt von https zu http: Von hier an kann unterwegs alles gelesen und geändert werden.</translation>
    </message>
    <message>
        <source>Status %1 turned %2 into %3 and dropped the content.</source>
        <translation>Status %1 hat aus %2 %3 gemacht und den Inhalt weggelassen.</translation>
    </message>
    <message>
        <source>Not sent here, because the redirect leads to another origin: %1.</source>
        <translation>Hier nicht gesendet, weil die Weiterleitung zu einem anderen Ursprung führt: %1.</translation>
    </message>
    <message>
        <source>Stopped after %1 redirects, which is the limit; the last URL was “%2”.</source>
        <translation>Nach %1 Weiterleitungen angehalten, das ist die Grenze; die letzte URL war „%2“.</translation>
    </message>
    <message>
        <source>There is no URL to send to: write http://HOST/… .</source>
        <translation>Es gibt keine URL, an die zu senden wäre: Schreiben Sie http://HOST/… .</translation>
    </message>
    <message>
        <source>The URL holds a space or a control character: percent-encode it.</source>
        <translation>Die URL enthält ein Leerzeichen oder ein Steuerzeichen: Prozentkodieren Sie es.</translation>
    </message>
    <message>
        <source>HTTP/2 is agreed on inside TLS, and this URL is http: use https, or choose “h2c” to speak HTTP/2 without TLS.</source>
        <translation>HTTP/2 wird innerhalb von TLS vereinbart, und diese URL ist http: Verwenden Sie https, oder wählen Sie „h2c“ für HTTP/2 ohne TLS.</translation>
    </message>
    <message>
        <source>“h2c” is HTTP/2 without TLS, and this URL is https: choose HTTP/2, or use http.</source>
        <translation>„h2c“ ist HTTP/2 ohne TLS, und diese URL ist https: Wählen Sie HTTP/2, oder verwenden Sie http.</translation>
    </message>
    <message>
        <source>Content-Length says “%1”, but the length of the content is %2: remove the field to have the right one sent.</source>
        <translation>Content-Length sagt „%1“, aber die Länge des Inhalts ist %2: Entfernen Sie das Feld, damit das richtige gesendet wird.</translation>
    </message>
    <message>
        <source>The method is empty or not a token.</source>
        <translation>Die Methode ist leer oder kein Token.</translation>
    </message>
    <message>
        <source>CONNECT asks a proxy for a tunnel, which Sonde does by itself once a proxy is set: choose another method.</source>
        <translation>CONNECT bittet einen Proxy um einen Tunnel, was Sonde von selbst tut, sobald ein Proxy eingestellt ist: Wählen Sie eine andere Methode.</translation>
    </message>
    <message>
        <source>HTTP/1.0 cannot send content of unknown length: send a file, add Content-Length, or choose HTTP/1.1.</source>
        <translation>HTTP/1.0 kann keinen Inhalt unbekannter Länge senden: Senden Sie eine Datei, fügen Sie Content-Length hinzu, oder wählen Sie HTTP/1.1.</translation>
    </message>
    <message>
        <source>No file is chosen as content.</source>
        <translation>Als Inhalt ist keine Datei gewählt.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>nothing of a response had arrived</source>
        <translation>Von einer Antwort war noch nichts da</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>%1 and %2 of %3 octets of its content had arrived</source>
        <translation>%1 und %2 von %3 Oktetten des Inhalts waren da</translation>
    </message>
    <message>
        <source>%1 and %2 octets of its content had arrived</source>
        <translation>%1 und %2 Oktette des Inhalts waren da</translation>
    </message>
    <message>
        <source>The server took the request but had sent no response after %1, the first-byte timeout: allow more, or see what keeps the server busy.</source>
        <translation>Der Server nahm die Anfrage an, hatte aber nach %1, der Frist für das erste Byte, noch keine Antwort gesendet: Erlauben Sie mehr, oder sehen Sie nach, was den Server beschäftigt.</translation>
    </message>
    <message>
        <source>The server fell silent for %1, the idle timeout; until then %2.</source>
        <translation>Der Server verstummte für %1, die Frist für Leerlauf; bis dahin: %2.</translation>
    </message>
    <message>
        <source>The call was not over after %1, the total timeout; until then %2.</source>
        <translation>Der Aufruf war nach %1, der Gesamtfrist, nicht zu Ende; bis dahin: %2.</translation>
    </message>
    <message>
        <source>Cancelled after %1; until then %2.</source>
        <translation>Abgebrochen nach %1; bis dahin: %2.</translation>
    </message>
    <message>
        <source>Content-Length says %1, but the content has %2 %3 octets: remove the field, or send as much as it says.</source>
        <translation>Content-Length sagt %1, aber der Inhalt hat %2 %3 Oktette: Entfernen Sie das Feld, oder senden Sie so viel, wie es sagt.</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>A script before the request is kept and not run.</source>
        <translation>Ein Skript vor der Anfrage wird aufbewahrt und nicht ausgeführt.</translation>
    </message>
    <message>
        <source>A script after the response is kept and not run.</source>
        <translation>Ein Skript nach der Antwort wird aufbewahrt und nicht ausgeführt.</translation>
    </message>
    <message>
        <source>A file for the response is kept and not written.</source>
        <translation>Eine Datei für die Antwort wird behalten und nicht geschrieben.</translation>
    </message>
    <message>
        <source>An import or run line is kept and not carried out.</source>
        <translation>Eine Zeile mit import oder run wird behalten und nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Line %1 is not understood; it is kept as it is.</source>
        <translation>Zeile %1 wird nicht verstanden; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The request asks for %1, which Sonde cannot send; change its version to HTTP/1.1 or HTTP/2.</source>
        <translation>Die Anfrage verlangt %1, was Sonde nicht senden kann; ändern Sie ihre Version zu HTTP/1.1 oder HTTP/2.</translation>
    </message>
    <message>
        <source>Line %1 gives no time that is understood; write 30 s or 500 ms.</source>
        <translation>Zeile %1 nennt keine Zeit, die verstanden wird; schreiben Sie 30 s oder 500 ms.</translation>
    </message>
    <message>
        <source>“%1” requests are kept in the file and cannot be sent yet.</source>
        <translation>Anfragen der Art „%1“ bleiben in der Datei und lassen sich noch nicht senden.</translation>
    </message>
    <message>
        <source>Line %1 holds octets that are not UTF-8; put the body into a file of its own and name it with “&lt; path”.</source>
        <translation>Zeile %1 enthält Oktette, die kein UTF-8 sind; legen Sie den Body in eine eigene Datei, und nennen Sie sie mit „&lt; pfad“.</translation>
    </message>
    <message>
        <source>The body mixes a file with text or asks for variables to be filled into the file, which Sonde cannot send; name one whole file with “&lt; path”.</source>
        <translation>Der Body mischt eine Datei mit Text oder verlangt, dass Variablen in die Datei eingesetzt werden, was Sonde nicht senden kann; nennen Sie eine ganze Datei mit „&lt; pfad“.</translation>
    </message>
    <message>
        <source>The multipart body takes in a file and is not plain form data, which Sonde cannot send; give every part a Content-Disposition with a name and at most a Content-Type.</source>
        <translation>Der mehrteilige Body bindet eine Datei ein und besteht nicht aus einfachen Formulardaten, was Sonde nicht senden kann; geben Sie jedem Teil ein Content-Disposition mit Namen und höchstens ein Content-Type.</translation>
    </message>
    <message>
        <source>No file is chosen for %1; choose one or change the body.</source>
        <translation>Es ist keine Datei gewählt (%1); wählen Sie eine, oder ändern Sie den Body.</translation>
    </message>
    <message>
        <source>The file “%1” for %2 does not exist; check its path.</source>
        <translation>Die Datei „%1“ (%2) gibt es nicht; prüfen Sie ihren Pfad.</translation>
    </message>
    <message>
        <source>“%1” for %2 is a folder; choose a file.</source>
        <translation>„%1“ (%2) ist ein Ordner; wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The file “%1” for %2 may not be read; change its permissions.</source>
        <translation>Die Datei „%1“ (%2) darf nicht gelesen werden; ändern Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>the body&apos;s media type</source>
        <translation>Medientyp des Bodys</translation>
    </message>
    <message>
        <source>the body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>the form field “%1”</source>
        <translation>Formularfeld „%1“</translation>
    </message>
    <message>
        <source>the body&apos;s file name</source>
        <translation>Dateiname des Bodys</translation>
    </message>
    <message>
        <source>the form part “%1”</source>
        <translation>Formularteil „%1“</translation>
    </message>
    <message>
        <source>The file cannot be tidied without changing what it means; it is as it was.</source>
        <translation>Die Datei lässt sich nicht ordnen, ohne ihre Bedeutung zu ändern; sie ist, wie sie war.</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source>The variable “%1” has no value yet: it is captured from the response of “%2”%3, which has to come first.</source>
        <translation>Die Variable „%1“ hat noch keinen Wert: Er wird der Antwort von „%2“%3 entnommen, die zuerst kommen muss.</translation>
    </message>
    <message>
        <source>“%1” in %2 is not understood: write {{%3}}.</source>
        <translation>„%1“ (%2) wird nicht verstanden: Schreiben Sie {{%3}}.</translation>
    </message>
    <message>
        <source>“%1” in %2 is not understood: write {{$randomInt}} or {{$randomInt FROM TO}} with two whole numbers, the smaller first.</source>
        <translation>„%1“ (%2) wird nicht verstanden: Schreiben Sie {{$randomInt}} oder {{$randomInt VON BIS}} mit zwei ganzen Zahlen, die kleinere zuerst.</translation>
    </message>
    <message>
        <source>The environment variable “%1”, which %2 uses, is not set.</source>
        <translation>Die Umgebungsvariable „%1“ ist nicht gesetzt; verwendet wird sie hier: %2.</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <source>A name cannot contain / or \; move the entry into a folder instead.</source>
        <translation>Ein Name kann weder / noch \ enthalten; verschieben Sie den Eintrag stattdessen in einen Ordner.</translation>
    </message>
    <message>
        <source>A name that begins with a dot is hidden; begin with another character.</source>
        <translation>Ein Name, der mit einem Punkt beginnt, ist verborgen; beginnen Sie mit einem anderen Zeichen.</translation>
    </message>
    <message>
        <source>A name cannot contain characters that are not seen.</source>
        <translation>Ein Name kann keine Zeichen enthalten, die man nicht sieht.</translation>
    </message>
    <message>
        <source>This name is needed for something else; choose another.</source>
        <translation>Dieser Name wird für etwas anderes gebraucht; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A name can have at most 255 octets; this one has %1.</source>
        <translation>Ein Name darf höchstens 255 Oktette haben; dieser hat %1.</translation>
    </message>
    <message>
        <source>The environment file “%1” cannot be read; check its permissions.</source>
        <translation>Die Umgebungsdatei „%1“ ist nicht lesbar; prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>The environment file “%1” is larger than 16 MiB.</source>
        <translation>Die Umgebungsdatei „%1“ ist größer als 16 MiB.</translation>
    </message>
    <message>
        <source>The file of environments is not a JSON object, see line %1; mend it in a text editor first.</source>
        <translation>Die Datei der Umgebungen ist kein JSON-Objekt, siehe Zeile %1; bringen Sie sie erst in einem Texteditor in Ordnung.</translation>
    </message>
    <message>
        <source>“%1” could not be written; the file is as it was. Check that you may write to its folder.</source>
        <translation>„%1“ ließ sich nicht schreiben; die Datei ist, wie sie war. Prüfen Sie, ob Sie in ihren Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>The environment file “%1” does not exist.</source>
        <translation>Die Umgebungsdatei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The environment file “%1” is not a JSON object, see line %2; write {&quot;name&quot;: {&quot;variable&quot;: &quot;value&quot;}}.</source>
        <translation>Die Umgebungsdatei „%1“ ist kein JSON-Objekt, siehe Zeile %2; schreiben Sie {&quot;name&quot;: {&quot;variable&quot;: &quot;wert&quot;}}.</translation>
    </message>
    <message>
        <source>There is no room on the disk for “%1”; nothing was changed.</source>
        <translation>Auf dem Datenträger ist kein Platz für „%1“; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another program keeps the folder of “%1” locked; try again when it has ended. Nothing was changed.</source>
        <translation>Ein anderes Programm hält den Ordner von „%1“ gesperrt; versuchen Sie es wieder, wenn es beendet ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The folder of “%1” is not there; nothing was written.</source>
        <translation>Der Ordner von „%1“ ist nicht da; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“%1” could not be changed: its folder cannot be written to. Check its permissions.</source>
        <translation>„%1“ ließ sich nicht ändern: In den Ordner kann nicht geschrieben werden. Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>“%1” could not be changed; it is as it was.</source>
        <translation>„%1“ ließ sich nicht ändern und ist, wie es war.</translation>
    </message>
    <message>
        <source>the method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>the URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>the header “%1”</source>
        <translation>Header „%1“</translation>
    </message>
    <message>
        <source>the headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>_folder.json is not a JSON object, see line %1; mend it in a text editor first.</source>
        <translation>_folder.json ist kein JSON-Objekt, siehe Zeile %1; bringen Sie es erst in einem Texteditor in Ordnung.</translation>
    </message>
    <message>
        <source>The variables of the GraphQL query are not a JSON object; write {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Die Variablen der GraphQL-Abfrage sind kein JSON-Objekt; schreiben Sie {&quot;name&quot;: &quot;wert&quot;}.</translation>
    </message>
    <message>
        <source>The request file holds more than 100,000 requests; split it.</source>
        <translation>Die Anfragedatei enthält mehr als 100.000 Anfragen; teilen Sie sie.</translation>
    </message>
    <message>
        <source>“%1” is a folder; open a file.</source>
        <translation>„%1“ ist ein Ordner; öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The request file “%1” does not exist.</source>
        <translation>Die Anfragedatei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The request file “%1” cannot be read; check its permissions.</source>
        <translation>Die Anfragedatei „%1“ ist nicht lesbar; prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>Reading the request file “%1” failed; try again.</source>
        <translation>Die Anfragedatei „%1“ zu lesen ist gescheitert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file has no request number %1.</source>
        <translation>Die Datei hat keine Anfrage Nummer %1.</translation>
    </message>
    <message>
        <source>The request “%1” is written in a way that only its text shows; edit it in the file, line %2.</source>
        <translation>Die Anfrage „%1“ ist so geschrieben, dass nur ihr Text sie zeigt; bearbeiten Sie sie in der Datei, Zeile %2.</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>A .http file cannot hold %1 as it is: it would be read as something else. Change it, or put the body into a file of its own.</source>
        <translation>Eine .http-Datei kann dies nicht enthalten, wie es ist: %1. Es würde als etwas anderes gelesen. Ändern Sie es, oder legen Sie den Body in eine eigene Datei.</translation>
    </message>
    <message>
        <source>The file ends inside a script that is not closed with %}; close it first.</source>
        <translation>Die Datei endet in einem Skript, das nicht mit %} geschlossen ist; schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>There is no room on the disk for “%1”; the file is as it was.</source>
        <translation>Auf dem Datenträger ist kein Platz für „%1“; die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>The request file is larger than 100 MB; split it, or move large bodies into files of their own.</source>
        <translation>Die Anfragedatei ist größer als 100 MB; teilen Sie sie, oder legen Sie große Bodys in eigene Dateien.</translation>
    </message>
    <message>
        <source>The request file is written in UTF-16; save it as UTF-8.</source>
        <translation>Die Anfragedatei ist in UTF-16 geschrieben; sichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>The request file has more than 5 million lines; split it.</source>
        <translation>Die Anfragedatei hat mehr als 5 Millionen Zeilen; teilen Sie sie.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer (%1).</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund (%1).</translation>
    </message>
    <message>
        <source>The keychain stayed locked (%1); unlock it and try again.</source>
        <translation>Der Schlüsselbund blieb gesperrt (%1); entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain failed: %1.</source>
        <translation>Der Schlüsselbund hat versagt: %1.</translation>
    </message>
    <message>
        <source>The program “%1”, which asks the keychain, cannot be started.</source>
        <translation>Das Programm „%1“, das den Schlüsselbund fragt, lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The keychain did not answer within two minutes; unlock it and try again.</source>
        <translation>Der Schlüsselbund hat zwei Minuten lang nicht geantwortet; entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The program that asks the keychain ended without an answer.</source>
        <translation>Das Programm, das den Schlüsselbund fragt, endete ohne Antwort.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist; choose another.</source>
        <translation>Den Ordner „%1“ gibt es nicht; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read; check its permissions.</source>
        <translation>Der Ordner „%1“ ist nicht lesbar; prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>“%1” is no longer there. Nothing was done.</source>
        <translation>„%1“ ist nicht mehr da. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>“%1” cannot be read; check its permissions. Nothing was done.</source>
        <translation>„%1“ ist nicht lesbar; prüfen Sie die Rechte. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>“%1” is larger than 100 MB; nothing was done.</source>
        <translation>„%1“ ist größer als 100 MB; nichts wurde getan.</translation>
    </message>
    <message>
        <source>There is “%1” in this folder already; choose another name. Nothing was done.</source>
        <translation>In diesem Ordner gibt es „%1“ schon; wählen Sie einen anderen Namen. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Another program keeps writing “%1”; try again when it has ended. Nothing was done.</source>
        <translation>Ein anderes Programm schreibt immer wieder in „%1“; versuchen Sie es erneut, wenn es beendet ist. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>“%1” was changed at the same place since; nothing was done.</source>
        <translation>„%1“ wurde seither an derselben Stelle geändert; nichts wurde getan.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made: the folder it belongs in cannot be written to.</source>
        <translation>Der Ordner „%1“ ließ sich nicht anlegen: In den Ordner, in den er gehört, kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is no longer in the trash.</source>
        <translation>„%1“ ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>Requests that only their text shows, and that were left as they are: %1.</source>
        <translation>Anfragen, die nur ihr Text zeigt und die gelassen wurden, wie sie sind: %1.</translation>
    </message>
    <message>
        <source>“%1” holds more than 20,000 entries or 1 GB; copy it with a file manager. Nothing was done.</source>
        <translation>„%1“ enthält mehr als 20.000 Einträge oder 1 GB; kopieren Sie es mit einem Dateimanager. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>“%1” could not be copied; nothing was done.</source>
        <translation>„%1“ ließ sich nicht kopieren; nichts wurde getan.</translation>
    </message>
    <message>
        <source>No free name was found for the new file.</source>
        <translation>Für die neue Datei fand sich kein freier Name.</translation>
    </message>
    <message>
        <source>“%1” cannot be written to; check its permissions.</source>
        <translation>In „%1“ kann nicht geschrieben werden; prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>There is “%1” already; nothing was done.</source>
        <translation>„%1“ gibt es schon; nichts wurde getan.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Ein Ordner lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>Requests in it that send files beside them: %1. Those files did not move.</source>
        <translation>Anfragen darin, die Dateien neben sich senden: %1. Diese Dateien wurden nicht verschoben.</translation>
    </message>
    <message>
        <source>Another program has changed “%1” meanwhile; it was not moved.</source>
        <translation>Ein anderes Programm hat „%1“ inzwischen geändert; es wurde nicht verschoben.</translation>
    </message>
    <message>
        <source>It uses %1, which %2 says and %3 does not.</source>
        <translation>Sie verwendet %1; %2 sagt, was das ist, %3 nicht.</translation>
    </message>
    <message>
        <source>It sends a file whose path is taken from the folder it was in.</source>
        <translation>Sie sendet eine Datei, deren Pfad von dem Ordner ausgeht, in dem sie war.</translation>
    </message>
    <message>
        <source>The file is written in a way that this change would make it mean something else; change it as text.</source>
        <translation>Die Datei ist so geschrieben, dass sie durch diese Änderung etwas anderes bedeuten würde; ändern Sie sie als Text.</translation>
    </message>
    <message>
        <source>“%1” is no longer where it was: another program has changed its file. Nothing was done.</source>
        <translation>„%1“ ist nicht mehr dort, wo es war: Ein anderes Programm hat die Datei geändert. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>This request has no ### line that could carry a name, and is written in a way that only its text shows.</source>
        <translation>Diese Anfrage hat keine Zeile mit ###, die einen Namen tragen könnte, und ist so geschrieben, dass nur ihr Text sie zeigt.</translation>
    </message>
    <message>
        <source>This is no header: write Name: value, or leave a blank line before the body. The line is kept and not sent.</source>
        <translation>Dies ist kein Header: Schreiben Sie Name: Wert, oder lassen Sie vor dem Body eine Zeile leer. Die Zeile wird behalten und nicht gesendet.</translation>
    </message>
    <message>
        <source>This is no request line, comment or variable: write METHOD URL. The line is kept and not sent.</source>
        <translation>Dies ist weder Anfragezeile noch Kommentar noch Variable: Schreiben Sie METHODE URL. Die Zeile wird behalten und nicht gesendet.</translation>
    </message>
    <message>
        <source>The request is longer than 1 MiB: edit its file in a text editor, or put the body into a file of its own.</source>
        <translation>Die Anfrage ist länger als 1 MiB: Bearbeiten Sie ihre Datei in einem Texteditor, oder legen Sie den Body in eine eigene Datei.</translation>
    </message>
    <message>
        <source>There is no request yet: write a line such as GET https://example.org/.</source>
        <translation>Es gibt noch keine Anfrage: Schreiben Sie eine Zeile wie GET https://example.org/.</translation>
    </message>
    <message>
        <source>The text holds no request that the form could change.</source>
        <translation>Der Text enthält keine Anfrage, die das Formular ändern könnte.</translation>
    </message>
    <message>
        <source>With this text, other requests of the file would be read as something else; close what it leaves open, such as a script without %}, and try again.</source>
        <translation>Mit diesem Text würden andere Anfragen der Datei als etwas anderes gelesen; schließen Sie, was er offen lässt, etwa ein Skript ohne %}, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” requests are kept in the file and cannot be sent yet; choose an HTTP method and URL to send this one.</source>
        <translation>Anfragen der Art „%1“ bleiben in der Datei und lassen sich noch nicht senden; wählen Sie eine HTTP-Methode und eine URL, um diese zu senden.</translation>
    </message>
    <message>
        <source>A GraphQL request needs its query as the text of its body, and below a blank line its variables.</source>
        <translation>Eine GraphQL-Anfrage braucht ihre Abfrage als Text ihres Bodys und unter einer Leerzeile ihre Variablen.</translation>
    </message>
    <message>
        <source>The text holds no request that a script could belong to.</source>
        <translation>Der Text enthält keine Anfrage, zu der ein Skript gehören könnte.</translation>
    </message>
    <message>
        <source>There are several scripts, or one in a file: edit them as text.</source>
        <translation>Es gibt mehrere Skripte oder eines in einer Datei: Bearbeiten Sie sie als Text.</translation>
    </message>
    <message>
        <source>“%}” ends a script and cannot stand within it.</source>
        <translation>„%}“ beendet ein Skript und kann nicht darin stehen.</translation>
    </message>
    <message>
        <source>With this script, the request would be read as something else; edit it as text.</source>
        <translation>Mit diesem Skript würde die Anfrage als etwas anderes gelesen; bearbeiten Sie sie als Text.</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2); the secrets in it are as they were.</source>
        <translation>„%1“ ließ sich nicht schreiben (%2); die Geheimnisse darin sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The file of secrets “%1” cannot be read: %2.</source>
        <translation>Die Datei der Geheimnisse „%1“ ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The secrets in “%1” are locked with a passphrase; give it to open them.</source>
        <translation>Die Geheimnisse in „%1“ sind mit einer Passphrase verschlossen; geben Sie sie ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>There are no random numbers for a key.</source>
        <translation>Es gibt keine Zufallszahlen für einen Schlüssel.</translation>
    </message>
    <message>
        <source>The key “%1”, which opens the file of secrets, cannot be read. The secrets were left as they are; put the key back.</source>
        <translation>Der Schlüssel „%1“, der die Datei der Geheimnisse öffnet, ist nicht lesbar. Die Geheimnisse blieben, wie sie sind; legen Sie den Schlüssel zurück.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>ihr Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>another program is writing it</source>
        <translation>ein anderes Programm schreibt sie gerade</translation>
    </message>
    <message>
        <source>The file of secrets is damaged: it is not what Sonde wrote. It was left as it is; restore it from a backup, or move it away and enter the secrets again.</source>
        <translation>Die Datei der Geheimnisse ist beschädigt: Sie ist nicht, was Sonde geschrieben hat. Sie blieb, wie sie ist; stellen Sie sie aus einer Sicherung wieder her, oder verschieben Sie sie und geben die Geheimnisse neu ein.</translation>
    </message>
    <message>
        <source>The file of secrets was written by a later Sonde; this one cannot read it.</source>
        <translation>Die Datei der Geheimnisse wurde von einem späteren Sonde geschrieben; dieses kann sie nicht lesen.</translation>
    </message>
    <message>
        <source>The secrets could not be encrypted: there are no random numbers or not enough memory.</source>
        <translation>Die Geheimnisse ließen sich nicht verschlüsseln: Es fehlen Zufallszahlen oder Speicher.</translation>
    </message>
    <message>
        <source>The secrets could not be encrypted.</source>
        <translation>Die Geheimnisse ließen sich nicht verschlüsseln.</translation>
    </message>
    <message>
        <source>The passphrase does not open the file of secrets. Nothing was changed; try again.</source>
        <translation>Die Passphrase öffnet die Datei der Geheimnisse nicht. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer, and it is not said yet how an encrypted file is to be locked.</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund, und es ist noch nicht gesagt, wie eine verschlüsselte Datei verschlossen werden soll.</translation>
    </message>
    <message>
        <source>The secret “%1” of the environment “%2” has no value on this computer: enter it where environments are edited, or give it with --var.</source>
        <translation>Das Geheimnis „%1“ der Umgebung „%2“ hat auf diesem Rechner keinen Wert: Geben Sie ihn ein, wo Umgebungen bearbeitet werden, oder mit --var.</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: its folder cannot be written to. Check its permissions.</source>
        <translation>„%1“ lässt sich nicht löschen: In den Ordner kann nicht geschrieben werden. Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>“%1” could not be deleted; it is as it was.</source>
        <translation>„%1“ ließ sich nicht löschen und ist, wie es war.</translation>
    </message>
    <message>
        <source>Sonde has no dynamic value “%1”, which %2 uses; there are $uuid, $guid, $timestamp, $isoTimestamp, $datetime, $localDatetime, $randomInt, $random.…, $processEnv and $env.</source>
        <translation>Sonde hat keinen dynamischen Wert „%1“ (verwendet hier: %2); es gibt $uuid, $guid, $timestamp, $isoTimestamp, $datetime, $localDatetime, $randomInt, $random.…, $processEnv und $env.</translation>
    </message>
    <message>
        <source>The variable “%1” in %2 has no value: define it in the file (@%1 = …) or choose an environment that has it.</source>
        <translation>Die Variable „%1“ (%2) hat keinen Wert: Legen Sie sie in der Datei fest (@%1 = …), oder wählen Sie eine Umgebung, die sie hat.</translation>
    </message>
    <message>
        <source>Filling “%1” into %2 makes it longer than %3 million characters; shorten the variables that stand for each other.</source>
        <translation>„%1“ einzusetzen (%2) ergibt mehr als %3 Millionen Zeichen; kürzen Sie die Variablen, die füreinander stehen.</translation>
    </message>
    <message>
        <source>The variable “%1” in %2 stands for itself (%3); give one of them a plain value.</source>
        <translation>Die Variable „%1“ (%2) steht für sich selbst (%3); geben Sie einer davon einen einfachen Wert.</translation>
    </message>
    <message>
        <source>The variables in %1 stand for each other more than %2 deep (%3); give one of them a plain value.</source>
        <translation>Die Variablen (%1) stehen mehr als %2 tief füreinander (%3); geben Sie einer davon einen einfachen Wert.</translation>
    </message>
    <message>
        <source>The history cannot be read or written.</source>
        <translation>Der Verlauf lässt sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more goes into the history.</source>
        <translation>Der Datenträger ist voll: In den Verlauf kommt nichts mehr.</translation>
    </message>
    <message>
        <source>The index of the history is damaged. Move its folder away and a new one is begun.</source>
        <translation>Das Verzeichnis des Verlaufs ist beschädigt. Verschieben Sie seinen Ordner, und ein neuer wird begonnen.</translation>
    </message>
    <message>
        <source>It has at most 4,096 characters and 64 words.</source>
        <translation>Er hat höchstens 4.096 Zeichen und 64 Wörter.</translation>
    </message>
    <message>
        <source>The history cannot be kept: its folder cannot be made.</source>
        <translation>Der Verlauf kann nicht geführt werden: Sein Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>A call could not be written to the history.</source>
        <translation>Ein Aufruf ließ sich nicht in den Verlauf schreiben.</translation>
    </message>
    <message>
        <source>This call is no longer in the history.</source>
        <translation>Dieser Aufruf ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>The history was written by a later version of Sonde, and is left alone.</source>
        <translation>Der Verlauf wurde von einer späteren Version von Sonde geschrieben und bleibt unberührt.</translation>
    </message>
    <message>
        <source>The field name “%1” is not a token: use letters, digits and !#$%&amp;&apos;*+-.^_`|~ only, with no space before the colon.</source>
        <translation>Der Feldname „%1“ ist kein Token: Nur Buchstaben, Ziffern und !#$%&amp;&apos;*+-.^_`|~ sind erlaubt, ohne Leerzeichen vor dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>The value of “%1” holds a line break or a NUL, which no HTTP version can carry; remove it.</source>
        <translation>Der Wert von „%1“ enthält einen Zeilenumbruch oder ein NUL, was keine HTTP-Version überträgt; entfernen Sie es.</translation>
    </message>
    <message>
        <source>The method “%1” is not a token: use letters, digits and !#$%&amp;&apos;*+-.^_`|~ only, with no space.</source>
        <translation>Die Methode „%1“ ist kein Token: Nur Buchstaben, Ziffern und !#$%&amp;&apos;*+-.^_`|~ sind erlaubt, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>the “[” of its IPv6 address has no “]”</source>
        <translation>Dem „[“ ihrer IPv6-Adresse fehlt das „]“</translation>
    </message>
    <message>
        <source>its port “%1” is no number from 1 to 65535</source>
        <translation>Ihr Port „%1“ ist keine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>“%1” is no IPv6 address</source>
        <translation>„%1“ ist keine IPv6-Adresse</translation>
    </message>
    <message>
        <source>its host “%1” is no name: a name has letters, digits and “-”, in labels of 1 to 63 with “.” between them</source>
        <translation>Ihr Host „%1“ ist kein Name: Ein Name hat Buchstaben, Ziffern und „-“ in Teilen von 1 bis 63 Zeichen mit „.“ dazwischen</translation>
    </message>
    <message>
        <source>“%1” cannot be sent to: %2.</source>
        <translation>An „%1“ lässt sich nicht senden: %2.</translation>
    </message>
    <message>
        <source>“%1” names no host: write http://HOST/… .</source>
        <translation>„%1“ nennt keinen Host: Schreiben Sie http://HOST/… .</translation>
    </message>
    <message>
        <source>“%1” has the port %2; ports go from 1 to 65535.</source>
        <translation>„%1“ hat den Port %2; Ports gehen von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Sonde sends http:// and https:// URLs; “%1” has the scheme “%2”.</source>
        <translation>Sonde sendet an URLs mit http:// und https://; „%1“ hat das Schema „%2“.</translation>
    </message>
    <message>
        <source>“%1” has no “//” after the scheme: write %2://HOST/… .</source>
        <translation>„%1“ hat kein „//“ nach dem Schema: Schreiben Sie %2://HOST/… .</translation>
    </message>
    <message>
        <source>“%1” cannot be sent to: its port is no number. If that is part of a password, write “/” there as %2, “?” as %3 and “#” as %4.</source>
        <translation>An „%1“ lässt sich nicht senden: Der Port ist keine Zahl. Gehört das zu einem Passwort, schreiben Sie darin „/“ als %2, „?“ als %3 und „#“ als %4.</translation>
    </message>
    <message>
        <source>There is no URL: write http://HOST/… .</source>
        <translation>Es gibt keine URL: Schreiben Sie http://HOST/… .</translation>
    </message>
    <message>
        <source>The URL is %1 characters long; the limit is 1 MiB.</source>
        <translation>Die URL ist %1 Zeichen lang; die Grenze ist 1 MiB.</translation>
    </message>
    <message>
        <source>The URL holds the control character U+%1; remove it.</source>
        <translation>Die URL enthält das Steuerzeichen U+%1; entfernen Sie es.</translation>
    </message>
    <message>
        <source>The server redirects to “%1”, where no request can be sent.</source>
        <translation>Der Server leitet zu „%1“ weiter, wohin sich keine Anfrage senden lässt.</translation>
    </message>
    <message>
        <source>It is longer than 1 MiB.</source>
        <translation>Sie ist länger als 1 MiB.</translation>
    </message>
    <message>
        <source>There is no exchange in this HTTP archive.</source>
        <translation>In diesem HTTP-Archiv ist kein Austausch.</translation>
    </message>
    <message>
        <source>The archive holds no response to this request.</source>
        <translation>Das Archiv enthält keine Antwort auf diese Anfrage.</translation>
    </message>
    <message>
        <source>the archive says so</source>
        <translation>das Archiv sagt es so</translation>
    </message>
    <message>
        <source>the archive does not say which, so HTTP/1.1 is assumed</source>
        <translation>das Archiv nennt keine, darum wird HTTP/1.1 angenommen</translation>
    </message>
    <message>
        <source>This was read from an HTTP archive, which holds no octets of the wire and durations in place of moments.</source>
        <translation>Dies stammt aus einem HTTP-Archiv, das keine Oktette der Leitung enthält und Dauern anstelle von Zeitpunkten.</translation>
    </message>
    <message>
        <source>HTTP archive</source>
        <translation>HTTP-Archiv</translation>
    </message>
    <message>
        <source>it does not begin like one</source>
        <translation>Es beginnt nicht wie eines</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>Sein Ende fehlt</translation>
    </message>
    <message>
        <source>it holds no exchange</source>
        <translation>Es enthält keinen Austausch</translation>
    </message>
    <message>
        <source>This is not a whole evidence bundle of Sonde: %1 (item %2). Ask for it to be sent again.</source>
        <translation>Dies ist kein vollständiges Beweisbündel von Sonde: %1 (Element %2). Lassen Sie es sich noch einmal senden.</translation>
    </message>
    <message>
        <source>there is something else than items in it</source>
        <translation>Es ist etwas anderes als Elemente darin</translation>
    </message>
    <message>
        <source>an item is too long or cut short</source>
        <translation>Ein Element ist zu lang oder abgeschnitten</translation>
    </message>
    <message>
        <source>an item is cut short</source>
        <translation>Ein Element ist abgeschnitten</translation>
    </message>
    <message>
        <source>an item does not end</source>
        <translation>Ein Element endet nicht</translation>
    </message>
    <message>
        <source>its header is missing</source>
        <translation>Sein Kopf fehlt</translation>
    </message>
    <message>
        <source>content is out of place</source>
        <translation>Inhalt steht am falschen Platz</translation>
    </message>
    <message>
        <source>its header is not one</source>
        <translation>Sein Kopf ist keiner</translation>
    </message>
    <message>
        <source>This evidence bundle was made by a later version of Sonde: open it with that one.</source>
        <translation>Dieses Beweisbündel stammt von einer späteren Version von Sonde: Öffnen Sie es mit dieser.</translation>
    </message>
    <message>
        <source>a connection is not one</source>
        <translation>Eine Verbindung ist keine</translation>
    </message>
    <message>
        <source>the log of a connection is not one</source>
        <translation>Das Protokoll einer Verbindung ist keines</translation>
    </message>
    <message>
        <source>the log of a connection leaves out too much</source>
        <translation>Das Protokoll einer Verbindung lässt zu viel aus</translation>
    </message>
    <message>
        <source>the TLS records of a connection are not</source>
        <translation>Die TLS-Records einer Verbindung sind keine</translation>
    </message>
    <message>
        <source>an exchange is not one</source>
        <translation>Ein Austausch ist keiner</translation>
    </message>
    <message>
        <source>the arrivals of content are not</source>
        <translation>Die Ankünfte von Inhalt sind keine</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written.</source>
        <translation>Die Datei „%1“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>There are no session keys to export: no TLS was spoken, or it was recorded without them.</source>
        <translation>Es gibt keine Sitzungsschlüssel zu exportieren: Es wurde kein TLS gesprochen oder ohne sie aufgezeichnet.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>curl&apos;s %1 is not available in sonde send.</source>
        <translation>%1 von curl gibt es in sonde send nicht.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>There is no curl command in this text.</source>
        <translation>In diesem Text steht kein curl-Befehl.</translation>
    </message>
    <message>
        <source>The curl command names no URL.</source>
        <translation>Der curl-Befehl nennt keine URL.</translation>
    </message>
    <message>
        <source>“%1” is no header line, as in “Name: value”.</source>
        <translation>„%1“ ist keine Header-Zeile wie „Name: Wert“.</translation>
    </message>
    <message>
        <source>“--form-string %1” has no “=”, as in “name=text”.</source>
        <translation>„--form-string %1“ hat kein „=“ wie in „name=text“.</translation>
    </message>
    <message>
        <source>“-F %1” has no “=”, as in “name=content”.</source>
        <translation>„-F %1“ hat kein „=“ wie in „name=inhalt“.</translation>
    </message>
    <message>
        <source>Left out: it is larger than 16 MiB.</source>
        <translation>Ausgelassen: Er ist größer als 16 MiB.</translation>
    </message>
    <message>
        <source>Left out: it was not kept.</source>
        <translation>Ausgelassen: Er wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Nothing is masked: credentials and cookies are as they went.</source>
        <translation>Nichts ist verdeckt: Zugangsdaten und Cookies sind, wie sie gesendet wurden.</translation>
    </message>
    <message>
        <source>Credentials, cookies and keys are masked as ***; _redacted lists them entry by entry.</source>
        <translation>Zugangsdaten, Cookies und Schlüssel sind als *** verdeckt; _redacted zählt sie Eintrag für Eintrag auf.</translation>
    </message>
    <message>
        <source>The %1 is not whole JSON: it breaks off or has a mistake in line %2. Export it again.</source>
        <translation>Dies ist kein vollständiges JSON (%1): Es bricht ab oder hat in Zeile %2 einen Fehler. Exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the file </source>
        <translation>die Datei </translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>This is no HTTP archive: it has no log with entries.</source>
        <translation>Dies ist kein HTTP-Archiv: Es hat kein log mit entries.</translation>
    </message>
    <message>
        <source>“%1” holds no requests and no variables; nothing is written.</source>
        <translation>„%1“ enthält weder Anfragen noch Variablen; nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>None of the requests of “%1” can be written: %2</source>
        <translation>Keine der Anfragen von „%1“ lässt sich schreiben: %2</translation>
    </message>
    <message>
        <source>The name “%1” leads out of the folder; nothing was written.</source>
        <translation>Der Name „%1“ führt aus dem Ordner hinaus; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>A folder for “%1” could not be made; nothing was written.</source>
        <translation>Ein Ordner für „%1“ ließ sich nicht anlegen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“%1” could not be written, so nothing was imported; check the room on the disk.</source>
        <translation>„%1“ ließ sich nicht schreiben, darum wurde nichts importiert; prüfen Sie den Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>“%1” is a file; name a folder.</source>
        <translation>„%1“ ist eine Datei; nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist; make it first.</source>
        <translation>Den Ordner „%1“ gibt es nicht; legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>Nothing can be written to “%1”; check its permissions.</source>
        <translation>In „%1“ lässt sich nichts schreiben; prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>The imported files could not be put in place at “%1”; nothing was imported.</source>
        <translation>Die importierten Dateien ließen sich nicht an ihren Platz „%1“ bringen; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The source is larger than 100 MB; split it.</source>
        <translation>Die Quelle ist größer als 100 MB; teilen Sie sie.</translation>
    </message>
    <message>
        <source>The source is no Postman collection or environment (2.0, 2.1), no HAR and no script of curl commands.</source>
        <translation>Die Quelle ist weder eine Postman-Sammlung oder -Umgebung (2.0, 2.1) noch HAR noch ein Skript aus curl-Befehlen.</translation>
    </message>
    <message>
        <source>There is no importer for “%1”.</source>
        <translation>Für „%1“ gibt es keinen Import.</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>The capture cannot be written.</source>
        <translation>Die Aufzeichnung lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>is no plain HTTP request; it is left out.</source>
        <translation>ist keine einfache HTTP-Anfrage und wird ausgelassen.</translation>
    </message>
    <message>
        <source>has assertions or captures, which are not carried.</source>
        <translation>hat Prüfungen oder Entnahmen, die nicht übernommen werden.</translation>
    </message>
    <message>
        <source>pins a version or a time limit, which is not carried.</source>
        <translation>legt eine Version oder eine Frist fest, die nicht übernommen wird.</translation>
    </message>
    <message>
        <source>is carried without this: </source>
        <translation>wird ohne dies übernommen: </translation>
    </message>
    <message>
        <source>“%1” has another value in another file; a collection holds one, the first.</source>
        <translation>„%1“ hat in einer anderen Datei einen anderen Wert; eine Sammlung enthält einen, den ersten.</translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation>Postman-Sammlung</translation>
    </message>
    <message>
        <source>This is no Postman collection of version 2.0 or 2.1: it has no list of items. Export it as 2.1.</source>
        <translation>Dies ist keine Postman-Sammlung der Version 2.0 oder 2.1: Sie hat keine Liste von Elementen. Exportieren Sie sie als 2.1.</translation>
    </message>
    <message>
        <source>Postman environment</source>
        <translation>Postman-Umgebung</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>“%1” is larger than 100 MB, too large for an HTTP archive.</source>
        <translation>„%1“ ist größer als 100 MB, zu groß für ein HTTP-Archiv.</translation>
    </message>
    <message>
        <source>“%1” is neither an evidence bundle nor an HTTP archive: sonde send --bundle makes the one, browsers make the other.</source>
        <translation>„%1“ ist weder ein Beweisbündel noch ein HTTP-Archiv: sonde send --bundle macht das eine, Browser das andere.</translation>
    </message>
    <message>
        <source>The command ends inside what a %1 at character %2 opened; copy all of it.</source>
        <translation>Der Befehl endet innerhalb dessen, was %1 bei Zeichen %2 geöffnet hat; kopieren Sie ihn ganz.</translation>
    </message>
    <message>
        <source>The command is %1 octets long; the limit is 4 MiB. Put its body in a file.</source>
        <translation>Der Befehl ist %1 Oktette lang; die Grenze ist 4 MiB. Legen Sie seinen Body in eine Datei.</translation>
    </message>
    <message>
        <source>“%1” is no comparison; there are == != &lt; &lt;= &gt; &gt;= contains matches startsWith endsWith is exists, and !contains !matches !exists.</source>
        <translation>„%1“ ist kein Vergleich; es gibt == != &lt; &lt;= &gt; &gt;= contains matches startsWith endsWith is exists und !contains !matches !exists.</translation>
    </message>
    <message>
        <source>“exists” takes no value behind it.</source>
        <translation>„exists“ nimmt keinen Wert hinter sich.</translation>
    </message>
    <message>
        <source>“%1” needs a value behind it.</source>
        <translation>„%1“ braucht einen Wert hinter sich.</translation>
    </message>
    <message>
        <source>The pattern “%1” is not understood: %2.</source>
        <translation>Das Muster „%1“ wird nicht verstanden: %2.</translation>
    </message>
    <message>
        <source>“%1” is no time; write 200 ms or 2 s.</source>
        <translation>„%1“ ist keine Zeit; schreiben Sie 200 ms oder 2 s.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>„%1“ ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB.</source>
        <translation>„%1“ ist größer als %2 MB.</translation>
    </message>
    <message>
        <source>The capture “%1” is not understood; write “# [capture] token = body.$.token”.</source>
        <translation>Die Entnahme „%1“ wird nicht verstanden; schreiben Sie „# [capture] token = body.$.token“.</translation>
    </message>
    <message>
        <source>The response has nothing to capture for “%1”, line %2.</source>
        <translation>Die Antwort hat nichts, was sich für „%1“, Zeile %2, entnehmen ließe.</translation>
    </message>
    <message>
        <source>“{{%1}}” needs the response of “%2”, which has not been sent yet; send that request first.</source>
        <translation>„{{%1}}“ braucht die Antwort von „%2“, das noch nicht gesendet wurde; senden Sie diese Anfrage zuerst.</translation>
    </message>
    <message>
        <source>The response of “%1” (status %2) has no value for “{{%3}}”.</source>
        <translation>Die Antwort von „%1“ (Status %2) hat keinen Wert für „{{%3}}“.</translation>
    </message>
    <message>
        <source>the assertion in line %1</source>
        <translation>die Prüfung in Zeile %1</translation>
    </message>
    <message>
        <source> (line %1)</source>
        <translation> (Zeile %1)</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Der Lauf wurde angehalten.</translation>
    </message>
    <message>
        <source>The server answered 429, too many requests, in trial %1 of %2, so no more were sent; what was measured before is kept.</source>
        <translation>Der Server hat 429, zu viele Anfragen, geantwortet, im Versuch %1 von %2; darum wurde nichts mehr gesendet. Was vorher gemessen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>A comparison takes two to %1 arms: name at least two versions.</source>
        <translation>Ein Vergleich hat zwei bis %1 Arme: Nennen Sie mindestens zwei Versionen.</translation>
    </message>
    <message>
        <source>A batch has 1 to %1 requests.</source>
        <translation>Ein Stapel hat 1 bis %1 Anfragen.</translation>
    </message>
    <message>
        <source>A comparison has 1 to %1 blocks.</source>
        <translation>Ein Vergleich hat 1 bis %1 Blöcke.</translation>
    </message>
    <message>
        <source>An arm has 1 to %1 connections.</source>
        <translation>Ein Arm hat 1 bis %1 Verbindungen.</translation>
    </message>
    <message>
        <source>The plan asks for %1 trials of %2 requests; the limit is %3 trials and %4 requests. Ask for fewer blocks or a smaller batch.</source>
        <translation>Der Plan verlangt %1 Versuche mit %2 Anfragen; die Grenze sind %3 Versuche und %4 Anfragen. Verlangen Sie weniger Blöcke oder einen kleineren Stapel.</translation>
    </message>
    <message>
        <source>Each arm must name the version that it measures.</source>
        <translation>Jeder Arm muss die Version nennen, die er misst.</translation>
    </message>
    <message>
        <source>h2c is HTTP/2 without TLS and cannot go to an https URL: name 2 instead.</source>
        <translation>h2c ist HTTP/2 ohne TLS und kann nicht an eine https-URL gehen: Nennen Sie stattdessen 2.</translation>
    </message>
    <message>
        <source>HTTP/2 to an http URL is h2c: name h2c instead of 2, or use an https URL.</source>
        <translation>HTTP/2 an eine http-URL ist h2c: Nennen Sie h2c statt 2, oder verwenden Sie eine https-URL.</translation>
    </message>
    <message>
        <source>There is no TLS session to resume on an http URL: choose cold or warm.</source>
        <translation>Bei einer http-URL gibt es keine TLS-Sitzung wieder aufzunehmen: Wählen Sie kalt oder warm.</translation>
    </message>
    <message>
        <source>The arm %1 stands twice in the plan; the control compares the first arm with itself anyway.</source>
        <translation>Der Arm %1 steht zweimal im Plan; die Kontrolle vergleicht den ersten Arm ohnehin mit sich selbst.</translation>
    </message>
    <message>
        <source>The value is larger than 16 MiB; name a smaller part of the body.</source>
        <translation>Der Wert ist größer als 16 MiB; nennen Sie einen kleineren Teil des Bodys.</translation>
    </message>
    <message>
        <source>“%1” names no header field; write header.content-type.</source>
        <translation>„%1“ nennt kein Header-Feld; schreiben Sie header.content-type.</translation>
    </message>
    <message>
        <source>The path “%1” is not understood: %2</source>
        <translation>Der Pfad „%1“ wird nicht verstanden: %2</translation>
    </message>
    <message>
        <source>“%1” is not understood; there are status, time, size, version, header.NAME, body and body.$.path.</source>
        <translation>„%1“ wird nicht verstanden; es gibt status, time, size, version, header.NAME, body und body.$.pfad.</translation>
    </message>
    <message>
        <source>The body is not whole JSON.</source>
        <translation>Der Body ist kein vollständiges JSON.</translation>
    </message>
    <message>
        <source>The body cannot be read as JSON: %1</source>
        <translation>Der Body lässt sich nicht als JSON lesen: %1</translation>
    </message>
    <message>
        <source>The path finds more than 10,000 values or 16 MiB of them; narrow it.</source>
        <translation>Der Pfad findet mehr als 10.000 Werte oder 16 MiB davon; fassen Sie ihn enger.</translation>
    </message>
    <message>
        <source>The body is not JSON.</source>
        <translation>Der Body ist kein JSON.</translation>
    </message>
    <message>
        <source>The saved run holds more than %1 trials.</source>
        <translation>Der gesicherte Lauf enthält mehr als %1 Versuche.</translation>
    </message>
    <message>
        <source>Trial %1 of the saved run does not belong to its plan, or a number of it makes no sense.</source>
        <translation>Versuch %1 des gesicherten Laufs gehört nicht zu seinem Plan, oder eine Zahl darin ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>A request of the saved run cannot be read.</source>
        <translation>Eine Anfrage des gesicherten Laufs ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The saved run has no plan that can be read, or no request.</source>
        <translation>Der gesicherte Lauf hat keinen lesbaren Plan oder keine Anfrage.</translation>
    </message>
    <message>
        <source>The plan of the saved run is none: %1</source>
        <translation>Der Plan des gesicherten Laufs ist keiner: %1</translation>
    </message>
    <message>
        <source>This is no saved comparison: it lacks the mark that Sonde writes into one.</source>
        <translation>Dies ist kein gesicherter Vergleich: Ihm fehlt das Zeichen, das Sonde hineinschreibt.</translation>
    </message>
    <message>
        <source>The comparison was saved by a newer Sonde, in a form that this one does not know.</source>
        <translation>Der Vergleich wurde von einem neueren Sonde gesichert, in einer Form, die dieses nicht kennt.</translation>
    </message>
    <message>
        <source>The run could not be written to “%1”.</source>
        <translation>Der Lauf ließ sich nicht in „%1“ schreiben.</translation>
    </message>
    <message>
        <source>“%1” is larger than any run that Sonde saves.</source>
        <translation>„%1“ ist größer als jeder Lauf, den Sonde sichert.</translation>
    </message>
    <message>
        <source>The environment file “%1” cannot be read.</source>
        <translation>Die Umgebungsdatei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The environment file “%1” is larger than 1 MiB.</source>
        <translation>Die Umgebungsdatei „%1“ ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>Line %1 of “%2” is not NAME=value.</source>
        <translation>Zeile %1 von „%2“ ist nicht NAME=wert.</translation>
    </message>
    <message>
        <source>There is no environment “%1”; there are: %2.</source>
        <translation>Es gibt keine Umgebung „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>No request in “%1” has the name “%2”.</source>
        <translation>Keine Anfrage in „%1“ heißt „%2“.</translation>
    </message>
    <message>
        <source>“%1” holds no requests.</source>
        <translation>„%1“ enthält keine Anfragen.</translation>
    </message>
    <message>
        <source>“%1” does not exist; name a .http file or a folder of them.</source>
        <translation>„%1“ gibt es nicht; nennen Sie eine .http-Datei oder einen Ordner mit solchen.</translation>
    </message>
    <message>
        <source>“%1” holds more than 100,000 requests or files; run a folder inside it.</source>
        <translation>„%1“ enthält mehr als 100.000 Anfragen oder Dateien; lassen Sie einen Ordner darin laufen.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be found: check the spelling of its name.</source>
        <translation>Der Proxy %1 wurde nicht gefunden: Prüfen Sie die Schreibweise seines Namens.</translation>
    </message>
    <message>
        <source>The proxy does not answer: </source>
        <translation>Der Proxy antwortet nicht: </translation>
    </message>
    <message>
        <source>while looking up the name</source>
        <translation>bei der Namensauflösung</translation>
    </message>
    <message>
        <source>while waiting for the proxy</source>
        <translation>beim Warten auf den Proxy</translation>
    </message>
    <message>
        <source>during the TLS handshake</source>
        <translation>beim TLS-Handshake</translation>
    </message>
    <message>
        <source>while connecting</source>
        <translation>beim Verbinden</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 ms: the time ran out %3.</source>
        <translation>Keine Verbindung zu %1 in %2 ms: Die Zeit lief ab %3.</translation>
    </message>
    <message>
        <source>No host is called %1: check the spelling of the name.</source>
        <translation>Kein Host heißt %1: Prüfen Sie die Schreibweise des Namens.</translation>
    </message>
    <message>
        <source>The name %1 exists but has no address of the kind asked for.</source>
        <translation>Den Namen %1 gibt es, aber er hat keine Adresse der verlangten Art.</translation>
    </message>
    <message>
        <source>No name server answered when asked for %1: check the network and try again.</source>
        <translation>Kein Nameserver hat auf die Frage nach %1 geantwortet: Prüfen Sie das Netz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Looking up %1 failed: check the system&apos;s name service.</source>
        <translation>%1 aufzulösen ist gescheitert: Prüfen Sie die Namensauflösung des Systems.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there, or a firewall rejects it. Check the port and that the server runs.</source>
        <translation>%1 hat die Verbindung abgelehnt: Dort lauscht niemand, oder eine Firewall weist sie ab. Prüfen Sie den Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2): check the network and the address.</source>
        <translation>%1 ist nicht erreichbar (%2): Prüfen Sie das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>Connecting to %1 failed (%2).</source>
        <translation>Die Verbindung zu %1 kam nicht zustande (%2).</translation>
    </message>
    <message>
        <source>another address was faster</source>
        <translation>eine andere Adresse war schneller</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>die Anfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>“%1” of a line takes 8kbit to 100gbit a second, as 5mbit; “%2” is none of them.</source>
        <translation>„%1“ einer Leitung nimmt 8kbit bis 100gbit je Sekunde wie 5mbit; „%2“ ist das nicht.</translation>
    </message>
    <message>
        <source>“rtt” of a line takes 0ms to 10s; “%1” is none of them.</source>
        <translation>„rtt“ einer Leitung nimmt 0ms bis 10s; „%1“ ist das nicht.</translation>
    </message>
    <message>
        <source>A line is written as rtt=40ms,down=5mbit,up=1mbit,window=iw10, each of them optional; “%1” cannot be read.</source>
        <translation>Eine Leitung schreibt sich rtt=40ms,down=5mbit,up=1mbit,window=iw10, alles davon nach Wahl; „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A window of a line is about round trips: it needs an rtt as well.</source>
        <translation>Ein Fenster einer Leitung hat mit Umläufen zu tun: Es braucht auch ein rtt.</translation>
    </message>
    <message>
        <source>A line needs a delay or a rate that does something, as rtt=40ms,down=5mbit.</source>
        <translation>Eine Leitung braucht eine Verzögerung oder eine Rate, die etwas bewirkt, wie rtt=40ms,down=5mbit.</translation>
    </message>
    <message>
        <source>The connection closed before the request could be sent on it.</source>
        <translation>Die Verbindung wurde geschlossen, bevor die Anfrage darauf gesendet werden konnte.</translation>
    </message>
    <message>
        <source>no further request can use it</source>
        <translation>keine weitere Anfrage kann sie nutzen</translation>
    </message>
    <message>
        <source>the server broke it off: %1</source>
        <translation>der Server hat sie abgebrochen: %1</translation>
    </message>
    <message>
        <source>the server closed it while it was idle</source>
        <translation>der Server hat sie geschlossen, während sie ruhte</translation>
    </message>
    <message>
        <source>the server closed it</source>
        <translation>der Server hat sie geschlossen</translation>
    </message>
    <message>
        <source>the server broke the connection off (%1)</source>
        <translation>der Server hat die Verbindung abgebrochen (%1)</translation>
    </message>
    <message>
        <source>No answer came: %1.</source>
        <translation>Es kam keine Antwort: %1.</translation>
    </message>
    <message>
        <source> It was no orderly end: %1.</source>
        <translation> Es war kein ordentliches Ende: %1.</translation>
    </message>
    <message>
        <source>The response has no announced length and its end did not come.</source>
        <translation>Die Antwort hat keine angekündigte Länge, und ihr Ende kam nicht.</translation>
    </message>
    <message>
        <source>The server ended the connection without TLS&apos;s close_notify: the body may have been cut short by somebody on the way.</source>
        <translation>Der Server hat die Verbindung ohne das close_notify von TLS beendet: Der Body kann unterwegs von jemandem gekürzt worden sein.</translation>
    </message>
    <message>
        <source>idle, and its place was needed</source>
        <translation>sie ruhte, und ihr Platz wurde gebraucht</translation>
    </message>
    <message>
        <source>closed by the user</source>
        <translation>vom Nutzer geschlossen</translation>
    </message>
    <message>
        <source>The server closed the connection as soon as it was open.</source>
        <translation>Der Server hat die Verbindung geschlossen, sobald sie offen war.</translation>
    </message>
    <message>
        <source>it was made for one request</source>
        <translation>sie war für eine einzige Anfrage gemacht</translation>
    </message>
    <message>
        <source>it was made for one request that was not sent</source>
        <translation>sie war für eine einzige Anfrage gemacht, die nicht gesendet wurde</translation>
    </message>
    <message>
        <source>idle for %1 s</source>
        <translation>ruhte %1 s lang</translation>
    </message>
    <message>
        <source>its measurement is over</source>
        <translation>ihre Messung ist vorbei</translation>
    </message>
    <message>
        <source>Its connection was closed by the user.</source>
        <translation>Die Verbindung wurde vom Nutzer geschlossen.</translation>
    </message>
    <message>
        <source>The proxy %1:%2 %3</source>
        <translation>Der Proxy %1:%2 %3</translation>
    </message>
    <message>
        <source>asks for a user name and a password (407).</source>
        <translation>verlangt Benutzernamen und Passwort (407).</translation>
    </message>
    <message>
        <source>does not accept the user name and password given (407).</source>
        <translation>nimmt den angegebenen Benutzernamen und das Passwort nicht an (407).</translation>
    </message>
    <message>
        <source>refused a tunnel to %1: it answered %2.</source>
        <translation>hat einen Tunnel zu %1 verweigert: Er antwortete %2.</translation>
    </message>
    <message>
        <source>closed the connection instead of answering CONNECT.</source>
        <translation>hat die Verbindung beendet, statt auf CONNECT zu antworten.</translation>
    </message>
    <message>
        <source>broke the connection off instead of answering CONNECT.</source>
        <translation>hat die Verbindung abgebrochen, statt auf CONNECT zu antworten.</translation>
    </message>
    <message>
        <source>did not answer CONNECT in HTTP/1.1: it may be a proxy of another kind.</source>
        <translation>hat auf CONNECT nicht in HTTP/1.1 geantwortet: Er ist vielleicht ein Proxy anderer Art.</translation>
    </message>
    <message>
        <source>%1 has no %2 address, and only that kind was asked for.</source>
        <translation>%1 hat keine Adresse der Art %2, und nur diese war verlangt.</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Nobody who may speak for the certificate&apos;s issuer has signed it (%1).</source>
        <translation>Niemand, der für den Aussteller des Zertifikats sprechen darf, hat sie unterschrieben (%1).</translation>
    </message>
    <message>
        <source>It is not valid before %1.</source>
        <translation>Sie gilt nicht vor %1.</translation>
    </message>
    <message>
        <source>It is out of date since %1.</source>
        <translation>Sie ist seit %1 abgelaufen.</translation>
    </message>
    <message>
        <source>It is no OCSP response.</source>
        <translation>Sie ist keine OCSP-Antwort.</translation>
    </message>
    <message>
        <source>The responder answered “%1” and no more.</source>
        <translation>Der Responder hat „%1“ geantwortet und sonst nichts.</translation>
    </message>
    <message>
        <source>It is an OCSP response of an unknown type.</source>
        <translation>Sie ist eine OCSP-Antwort unbekannter Art.</translation>
    </message>
    <message>
        <source>Without the issuer&apos;s certificate it cannot be assigned or checked.</source>
        <translation>Ohne das Zertifikat des Ausstellers lässt sie sich nicht zuordnen oder prüfen.</translation>
    </message>
    <message>
        <source>It speaks of another certificate.</source>
        <translation>Sie spricht von einem anderen Zertifikat.</translation>
    </message>
    <message>
        <source>The file of trusted certificates “%1” %2.</source>
        <translation>Die Datei „%1“ mit vertrauten Zertifikaten %2.</translation>
    </message>
    <message>
        <source>client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>privater Schlüssel</translation>
    </message>
    <message>
        <source>The %1 file “%2” does not exist.</source>
        <translation>Die Datei „%2“ (%1) gibt es nicht.</translation>
    </message>
    <message>
        <source>The %1 file “%2” cannot be read: %3.</source>
        <translation>Die Datei „%2“ (%1) ist nicht lesbar: %3.</translation>
    </message>
    <message>
        <source>The client certificate file “%1” holds no certificate in PEM form.</source>
        <translation>Die Datei „%1“ des Client-Zertifikats enthält kein Zertifikat in PEM-Form.</translation>
    </message>
    <message>
        <source>The private key in “%1” cannot be used: it is not in PEM form, does not belong to the certificate, or needs another password.</source>
        <translation>Der private Schlüssel in „%1“ ist nicht brauchbar: Er ist nicht in PEM-Form, gehört nicht zum Zertifikat oder braucht ein anderes Passwort.</translation>
    </message>
    <message>
        <source>%1 speaks none of the protocols offered (%2): it answered with the alert no_application_protocol.</source>
        <translation>%1 spricht keines der angebotenen Protokolle (%2): Die Antwort war der Alert no_application_protocol.</translation>
    </message>
    <message>
        <source>%1 accepts neither TLS 1.2 nor TLS 1.3 (alert protocol_version): it is too old to be spoken to safely.</source>
        <translation>%1 nimmt weder TLS 1.2 noch TLS 1.3 an (Alert protocol_version) und ist zu alt, um sicher damit zu sprechen.</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate, and none was given (alert %2).</source>
        <translation>%1 verlangt ein Client-Zertifikat, und keines wurde angegeben (Alert %2).</translation>
    </message>
    <message>
        <source>%1 found no cipher in common with us, or no other way to speak safely (alert %2).</source>
        <translation>%1 fand keine gemeinsame Verschlüsselung oder keinen anderen Weg, sicher zu sprechen (Alert %2).</translation>
    </message>
    <message>
        <source>%1 does not accept the client certificate (alert %2).</source>
        <translation>%1 nimmt das Client-Zertifikat nicht an (Alert %2).</translation>
    </message>
    <message>
        <source>%1 ended the connection with the alert %2; it may ask for a client certificate.</source>
        <translation>%1 hat die Verbindung mit dem Alert %2 beendet; vielleicht wird ein Client-Zertifikat verlangt.</translation>
    </message>
    <message>
        <source>%1 does not know the name that was asked for (alert unrecognized_name).</source>
        <translation>%1 kennt den verlangten Namen nicht (Alert unrecognized_name).</translation>
    </message>
    <message>
        <source>%1 ended the TLS connection with the alert %2.</source>
        <translation>%1 hat die TLS-Verbindung mit dem Alert %2 beendet.</translation>
    </message>
    <message>
        <source>%1 answered without TLS on this port: try http:// instead of https://.</source>
        <translation>%1 hat auf diesem Port ohne TLS geantwortet: Versuchen Sie http:// statt https://.</translation>
    </message>
    <message>
        <source>What %1 answered is not TLS: the port may belong to another service, or want http://.</source>
        <translation>Was %1 geantwortet hat, ist kein TLS: Der Port gehört vielleicht einem anderen Dienst oder verlangt http://.</translation>
    </message>
    <message>
        <source>%1 offers only TLS versions before 1.2, which are no longer safe to use.</source>
        <translation>%1 bietet nur TLS-Versionen vor 1.2 an, deren Gebrauch nicht mehr sicher ist.</translation>
    </message>
    <message>
        <source>The TLS %1 with %2 failed: %3.</source>
        <translation>TLS mit %2 ist gescheitert (%1): %3.</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>OpenSSL error %1</source>
        <translation>OpenSSL-Fehler %1</translation>
    </message>
    <message>
        <source>%1 %2 in the middle of the TLS handshake.</source>
        <translation>%1 %2, mitten im TLS-Handshake.</translation>
    </message>
    <message>
        <source>closed the connection</source>
        <translation>hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>broke off the connection</source>
        <translation>hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>The certificate for %1 was revoked on %2%3, says the OCSP response that the server sent with it.</source>
        <translation>Das Zertifikat für %1 wurde am %2%3 widerrufen, sagt die OCSP-Antwort, die der Server mitgesandt hat.</translation>
    </message>
    <message>
        <source>The certificate for %1 expired on %2 %3.</source>
        <translation>Das Zertifikat für %1 ist abgelaufen am %2 %3.</translation>
    </message>
    <message>
        <source>The certificate for %1 rests on one that expired on %2 %3.</source>
        <translation>Das Zertifikat für %1 beruht auf einem, das abgelaufen ist am %2 %3.</translation>
    </message>
    <message>
        <source>The certificate for %1 is not valid before %2 %3; check this computer&apos;s clock.</source>
        <translation>Das Zertifikat für %1 gilt nicht vor dem %2 %3; prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate for %1 rests on one that is not valid before %2 %3; check this computer&apos;s clock.</source>
        <translation>Das Zertifikat für %1 beruht auf einem, das nicht gilt vor dem %2 %3; prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate for %1 is self-signed %2: only who made it vouches for it.</source>
        <translation>Das Zertifikat für %1 ist selbst signiert %2: Nur wer es gemacht hat, bürgt dafür.</translation>
    </message>
    <message>
        <source>The chain of the certificate for %1 ends in a root that is not trusted here %2.</source>
        <translation>Die Kette des Zertifikats für %1 endet in einer Wurzel, der hier nicht vertraut wird %2.</translation>
    </message>
    <message>
        <source>The certificate for %1 was issued by “%2”, which is not trusted here %3: the chain is incomplete or its authority unknown.</source>
        <translation>Das Zertifikat für %1 wurde von „%2“ ausgestellt, dem hier nicht vertraut wird %3: Die Kette ist unvollständig oder ihre Stelle unbekannt.</translation>
    </message>
    <message>
        <source>The certificate for %1 bears a name that the authorities above it may not certify %2: their name constraints rule it out.</source>
        <translation>Das Zertifikat für %1 trägt einen Namen, den die Stellen darüber nicht bescheinigen dürfen %2: Ihre Namensbeschränkungen schließen ihn aus.</translation>
    </message>
    <message>
        <source>The certificate for %1 is not acceptable: %2 %3.</source>
        <translation>Das Zertifikat für %1 ist nicht annehmbar: %2 %3.</translation>
    </message>
    <message>
        <source>The certificate for %1 has a %2 that is too weak, %3 %4.</source>
        <translation>Das Zertifikat für %1 ist zu schwach: %2 %3 %4.</translation>
    </message>
    <message>
        <source>The certificate for %1 rests on one with a %2 that is too weak, %3 %4.</source>
        <translation>Das Zertifikat für %1 beruht auf einem, das zu schwach ist: %2 %3 %4.</translation>
    </message>
    <message>
        <source>The certificate for %1 does not name this host: it names none.</source>
        <translation>Das Zertifikat für %1 nennt diesen Host nicht: Es nennt gar keinen.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>The certificate for %1 does not name this host: it is valid for %2.</source>
        <translation>Das Zertifikat für %1 nennt diesen Host nicht: Es gilt für %2.</translation>
    </message>
    <message>
        <source>(certificate %1 of %2, %3)</source>
        <translation>(Zertifikat %1 von %2, %3)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>holds a damaged certificate, number %1</source>
        <translation>enthält ein beschädigtes Zertifikat, Nummer %1</translation>
    </message>
    <message>
        <source>is damaged behind certificate number %1</source>
        <translation>ist hinter Zertifikat Nummer %1 beschädigt</translation>
    </message>
    <message>
        <source>holds no certificate in PEM form</source>
        <translation>enthält kein Zertifikat in PEM-Form</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>is larger than 32 MiB</source>
        <translation>ist größer als 32 MiB</translation>
    </message>
    <message>
        <source>it chose no protocol at all, as servers do that speak only HTTP/1.1</source>
        <translation>Er hat gar kein Protokoll gewählt, wie es Server tun, die nur HTTP/1.1 sprechen</translation>
    </message>
    <message>
        <source>it chose %1</source>
        <translation>Er hat %1 gewählt</translation>
    </message>
    <message>
        <source>%1 did not choose h2, which the request is pinned to: %2. Choose another version, or Auto.</source>
        <translation>%1 hat h2 nicht gewählt, auf das die Anfrage festgelegt ist: %2. Wählen Sie eine andere Version oder Auto.</translation>
    </message>
    <message>
        <source>%1 chose the protocol %2, which was not offered (%3).</source>
        <translation>%1 hat das Protokoll %2 gewählt, das nicht angeboten war (%3).</translation>
    </message>
    <message>
        <source>prior knowledge</source>
        <translation>vorab bekannt</translation>
    </message>
    <message>
        <source>pinned by the request</source>
        <translation>von der Anfrage festgelegt</translation>
    </message>
    <message>
        <source>cleartext: HTTP/1.1</source>
        <translation>unverschlüsselt: HTTP/1.1</translation>
    </message>
    <message>
        <source>HTTP/2 is negotiated in TLS, and %1 is plain http: choose h2c to speak HTTP/2 in the clear, or use https.</source>
        <translation>HTTP/2 wird in TLS ausgehandelt, und %1 ist unverschlüsseltes http: Wählen Sie h2c, um HTTP/2 unverschlüsselt zu sprechen, oder verwenden Sie https.</translation>
    </message>
    <message>
        <source>h2c is HTTP/2 in the clear, and %1 is https: choose HTTP/2 instead, or use http.</source>
        <translation>h2c ist unverschlüsseltes HTTP/2, und %1 ist https: Wählen Sie stattdessen HTTP/2, oder verwenden Sie http.</translation>
    </message>
    <message>
        <source>the server asked for HTTP/1.1</source>
        <translation>der Server hat HTTP/1.1 verlangt</translation>
    </message>
    <message>
        <source>ALPN chose h2</source>
        <translation>ALPN hat h2 gewählt</translation>
    </message>
    <message>
        <source>the server chose no protocol: HTTP/1.1</source>
        <translation>der Server hat kein Protokoll gewählt: HTTP/1.1</translation>
    </message>
    <message>
        <source>ALPN chose %1</source>
        <translation>ALPN hat %1 gewählt</translation>
    </message>
    <message>
        <source>Sonde&apos;s two readers of HTTP/2 disagree on the %1: %2. One of them is wrong; please report it.</source>
        <translation>Die beiden HTTP/2-Leser von Sonde sind sich nicht einig (%1): %2. Einer von ihnen irrt; bitte melden Sie es.</translation>
    </message>
    <message>
        <source>one of them cannot decode it (%1)</source>
        <translation>Einer von ihnen kann ihn nicht dekodieren (%1)</translation>
    </message>
    <message>
        <source>field %1 is “%2” for nghttp2 and “%3” in the octets</source>
        <translation>Feld %1 ist „%2“ für nghttp2 und „%3“ in den Oktetten</translation>
    </message>
    <message>
        <source>interim head</source>
        <translation>vorläufiger Kopf</translation>
    </message>
    <message>
        <source>response head</source>
        <translation>Antwortkopf</translation>
    </message>
    <message>
        <source>it is not in the recorded octets</source>
        <translation>Er ist nicht in den aufgezeichneten Oktetten</translation>
    </message>
    <message>
        <source>request head</source>
        <translation>Anfragekopf</translation>
    </message>
    <message>
        <source>The content is %1 octets more than the connection&apos;s window allowed.</source>
        <translation>Der Inhalt ist %1 Oktette mehr, als das Fenster der Verbindung erlaubte.</translation>
    </message>
    <message>
        <source>The content is %1 octets more than the stream&apos;s window allowed.</source>
        <translation>Der Inhalt ist %1 Oktette mehr, als das Fenster des Streams erlaubte.</translation>
    </message>
    <message>
        <source>The window grows to %1, above 2^31-1.</source>
        <translation>Das Fenster wächst auf %1, über 2^31-1.</translation>
    </message>
    <message>
        <source>The content is said to be coded more than %1 times over, which Sonde does not undo; it is shown as it came.</source>
        <translation>Der Inhalt soll mehr als %1-mal übereinander kodiert sein, was Sonde nicht rückgängig macht; er wird gezeigt, wie er kam.</translation>
    </message>
    <message>
        <source>The content coding “%1” is unknown, so the content is shown as it came; known are gzip, deflate, br and zstd.</source>
        <translation>Die Inhaltskodierung „%1“ ist unbekannt, darum wird der Inhalt gezeigt, wie er kam; bekannt sind gzip, deflate, br und zstd.</translation>
    </message>
    <message>
        <source>%1 octets of content have grown to more than %2 when decoded, over %3 times as much, so decoding was stopped. Send again without this limit to go on.</source>
        <translation>%1 Oktette Inhalt sind beim Dekodieren auf mehr als %2 gewachsen, über das %3-Fache, darum wurde das Dekodieren angehalten. Senden Sie noch einmal ohne diese Grenze, um fortzufahren.</translation>
    </message>
    <message>
        <source>the decoder is stuck</source>
        <translation>Der Dekodierer kommt nicht weiter</translation>
    </message>
    <message>
        <source>the data ends before it is whole</source>
        <translation>Die Daten enden, bevor sie vollständig sind</translation>
    </message>
    <message>
        <source>%1 octets after the end of the %2 data, from octet %3 on, were passed over.</source>
        <translation>%1 Oktette nach dem Ende der %2-Daten, ab Oktett %3, wurden übergangen.</translation>
    </message>
    <message>
        <source>The content could not be decoded as %1 past octet %2: %3.</source>
        <translation>Der Inhalt ließ sich hinter Oktett %2 nicht als %1 dekodieren: %3.</translation>
    </message>
    <message>
        <source>The content is raw deflate without the zlib wrapper that the coding “deflate” asks for.</source>
        <translation>Der Inhalt ist bloßes deflate ohne die zlib-Hülle, die die Kodierung „deflate“ verlangt.</translation>
    </message>
    <message>
        <source>it needs a dictionary that HTTP has no way to name</source>
        <translation>Sie brauchen ein Wörterbuch, das HTTP nicht nennen kann</translation>
    </message>
    <message>
        <source>The content coding “%1” is unknown; known are gzip, deflate, br and zstd.</source>
        <translation>Die Inhaltskodierung „%1“ ist unbekannt; bekannt sind gzip, deflate, br und zstd.</translation>
    </message>
    <message>
        <source>The header section has more than %1 octets, which is Sonde&apos;s limit; it is read in part.</source>
        <translation>Der Kopf hat mehr als %1 Oktette, die Grenze von Sonde; er wird teilweise gelesen.</translation>
    </message>
    <message>
        <source>The frame is too short for what it must hold.</source>
        <translation>Der Frame ist zu kurz für das, was er enthalten muss.</translation>
    </message>
    <message>
        <source>The frame must belong to a stream, and its stream is 0.</source>
        <translation>Der Frame muss zu einem Stream gehören, und sein Stream ist 0.</translation>
    </message>
    <message>
        <source>The frame must belong to the connection, and its stream is %1.</source>
        <translation>Der Frame muss zur Verbindung gehören, und sein Stream ist %1.</translation>
    </message>
    <message>
        <source>The payload must have %1 octets and has %2.</source>
        <translation>Die Nutzlast muss %1 Oktette haben und hat %2.</translation>
    </message>
    <message>
        <source>The padding is as long as the payload or longer.</source>
        <translation>Die Auffüllung ist so lang wie die Nutzlast oder länger.</translation>
    </message>
    <message>
        <source>A client cannot push.</source>
        <translation>Ein Client kann nicht pushen.</translation>
    </message>
    <message>
        <source>A server&apos;s stream has an even number, and %1 is promised.</source>
        <translation>Der Stream eines Servers hat eine gerade Nummer, und %1 wird versprochen.</translation>
    </message>
    <message>
        <source>%1 is %2, which %3.</source>
        <translation>%1 ist %2, was %3.</translation>
    </message>
    <message>
        <source>is neither 0 nor 1</source>
        <translation>weder 0 noch 1 ist</translation>
    </message>
    <message>
        <source>a server must not say</source>
        <translation>ein Server nicht sagen darf</translation>
    </message>
    <message>
        <source>%1 is %2, above 2^31-1.</source>
        <translation>%1 ist %2, über 2^31-1.</translation>
    </message>
    <message>
        <source>%1 is %2, not between 2^14 and 2^24-1.</source>
        <translation>%1 ist %2, nicht zwischen 2^14 und 2^24-1.</translation>
    </message>
    <message>
        <source>An acknowledgement has a payload.</source>
        <translation>Eine Bestätigung hat eine Nutzlast.</translation>
    </message>
    <message>
        <source>The payload must be a multiple of 6 octets and has %1.</source>
        <translation>Die Nutzlast muss ein Vielfaches von 6 Oktetten sein und hat %1.</translation>
    </message>
    <message>
        <source>The connection&apos;s window grows by nothing.</source>
        <translation>Das Fenster der Verbindung wächst um nichts.</translation>
    </message>
    <message>
        <source>The stream&apos;s window grows by nothing.</source>
        <translation>Das Fenster des Streams wächst um nichts.</translation>
    </message>
    <message>
        <source>The frame has no origin where it needs one, or one where it may not.</source>
        <translation>Der Frame hat keinen Ursprung, wo er einen braucht, oder einen, wo er keinen haben darf.</translation>
    </message>
    <message>
        <source>Sonde follows no alternative services.</source>
        <translation>Sonde folgt keinen alternativen Diensten.</translation>
    </message>
    <message>
        <source>The frame is not as it should be.</source>
        <translation>Der Frame ist nicht, wie er sein soll.</translation>
    </message>
    <message>
        <source>Sonde shares no connection between origins.</source>
        <translation>Sonde teilt keine Verbindung zwischen Ursprüngen.</translation>
    </message>
    <message>
        <source>It speaks of stream 0, which has no priority.</source>
        <translation>Er spricht von Stream 0, der keine Priorität hat.</translation>
    </message>
    <message>
        <source>A server must not send it.</source>
        <translation>Ein Server darf ihn nicht senden.</translation>
    </message>
    <message>
        <source>Stream dependencies are a thing of the past.</source>
        <translation>Abhängigkeiten von Streams gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Frames of a type that is not known are ignored.</source>
        <translation>Frames unbekannter Art werden übergangen.</translation>
    </message>
    <message>
        <source>The client&apos;s connection preface is not that of HTTP/2.</source>
        <translation>Das Verbindungsvorwort des Clients ist nicht das von HTTP/2.</translation>
    </message>
    <message>
        <source>The first frame must be SETTINGS; this is %1, if it is HTTP/2 at all.</source>
        <translation>Der erste Frame muss SETTINGS sein; dieser ist %1, wenn es überhaupt HTTP/2 ist.</translation>
    </message>
    <message>
        <source>The frame has %1 octets, above the %2 that SETTINGS allows.</source>
        <translation>Der Frame hat %1 Oktette, mehr als die %2, die SETTINGS erlaubt.</translation>
    </message>
    <message>
        <source>The block ends inside a field.</source>
        <translation>Der Block endet in einem Feld.</translation>
    </message>
    <message>
        <source>An earlier header block could not be decoded, so the table that this one was written with is not known.</source>
        <translation>Ein früherer Header-Block ließ sich nicht dekodieren, daher ist die Tabelle nicht bekannt, mit der dieser geschrieben wurde.</translation>
    </message>
    <message>
        <source>The table size is changed in the middle of a block.</source>
        <translation>Die Größe der Tabelle wird mitten in einem Block geändert.</translation>
    </message>
    <message>
        <source>The table may hold %1 octets at most since SETTINGS said so, and the block does not begin with that.</source>
        <translation>Seit SETTINGS es gesagt hat, darf die Tabelle höchstens %1 Oktette enthalten, und der Block beginnt nicht damit.</translation>
    </message>
    <message>
        <source>The table size is set to %1 octets, above the %2 that SETTINGS allows.</source>
        <translation>Die Größe der Tabelle wird auf %1 Oktette gesetzt, mehr als die %2, die SETTINGS erlaubt.</translation>
    </message>
    <message>
        <source>A field has index 0, which means none.</source>
        <translation>Ein Feld hat den Index 0, der für keines steht.</translation>
    </message>
    <message>
        <source>A string is not right Huffman code.</source>
        <translation>Ein String ist kein richtiger Huffman-Code.</translation>
    </message>
    <message>
        <source>A field has index %1, and the table ends at %2.</source>
        <translation>Ein Feld hat den Index %1, und die Tabelle endet bei %2.</translation>
    </message>
    <message>
        <source>A chunk is longer than its size says: no line end follows its last octet.</source>
        <translation>Ein Chunk ist länger, als seine Größe sagt: Auf sein letztes Oktett folgt kein Zeilenende.</translation>
    </message>
    <message>
        <source>A line of the chunked coding ends in LF alone.</source>
        <translation>Eine Zeile der Kodierung in Chunks endet nur mit LF.</translation>
    </message>
    <message>
        <source>The chunk size “%1” is not a hexadecimal number that can be read.</source>
        <translation>Die Chunk-Größe „%1“ ist keine lesbare hexadezimale Zahl.</translation>
    </message>
    <message>
        <source>White space follows a chunk size</source>
        <translation>Auf eine Chunk-Größe folgt Leerraum</translation>
    </message>
    <message>
        <source>it is ignored</source>
        <translation>das wird übergangen</translation>
    </message>
    <message>
        <source>“%1” follows a chunk size, where only extensions after a semicolon may.</source>
        <translation>Auf eine Chunk-Größe folgt „%1“, wo nur Erweiterungen nach einem Semikolon stehen dürfen.</translation>
    </message>
    <message>
        <source>A chunk has the extension “%1”</source>
        <translation>Ein Chunk hat die Erweiterung „%1“</translation>
    </message>
    <message>
        <source>it means nothing to Sonde and is ignored</source>
        <translation>sie bedeutet Sonde nichts und wird übergangen</translation>
    </message>
    <message>
        <source>The chunk extension “%1” is malformed</source>
        <translation>Die Chunk-Erweiterung „%1“ ist fehlerhaft</translation>
    </message>
    <message>
        <source>The connection carries another request; HTTP/1 carries one at a time.</source>
        <translation>Die Verbindung trägt eine andere Anfrage; HTTP/1 trägt immer nur eine.</translation>
    </message>
    <message>
        <source>The connection cannot be used again.</source>
        <translation>Die Verbindung lässt sich nicht noch einmal verwenden.</translation>
    </message>
    <message>
        <source>The response ended before the request was sent whole</source>
        <translation>Die Antwort endete, bevor die Anfrage ganz gesendet war</translation>
    </message>
    <message>
        <source>the rest is not sent, and the connection is not used again</source>
        <translation>der Rest wird nicht gesendet und die Verbindung nicht noch einmal verwendet</translation>
    </message>
    <message>
        <source>The server sent octets that belong to no response; they are ignored, and the connection is not used again.</source>
        <translation>Der Server hat Oktette gesendet, die zu keiner Antwort gehören; sie werden übergangen, und die Verbindung wird nicht noch einmal verwendet.</translation>
    </message>
    <message>
        <source>Trailers need the chunked transfer coding</source>
        <translation>Trailer brauchen die Übertragung in Chunks</translation>
    </message>
    <message>
        <source>they are not sent</source>
        <translation>sie werden nicht gesendet</translation>
    </message>
    <message>
        <source>at octet %1 of the connection&apos;s incoming stream</source>
        <translation>bei Oktett %1 des eingehenden Stroms der Verbindung</translation>
    </message>
    <message>
        <source>The message has more than %1 fields, head and trailers together, which is Sonde&apos;s limit.</source>
        <translation>Die Nachricht hat mehr als %1 Felder, Kopf und Trailer zusammen, die Grenze von Sonde.</translation>
    </message>
    <message>
        <source>The field line “%1” has no colon</source>
        <translation>Die Feldzeile „%1“ hat keinen Doppelpunkt</translation>
    </message>
    <message>
        <source>it is left out</source>
        <translation>sie wird ausgelassen</translation>
    </message>
    <message>
        <source>A field line holds a NUL octet.</source>
        <translation>Eine Feldzeile enthält ein NUL-Oktett.</translation>
    </message>
    <message>
        <source>A field line holds a CR without an LF after it.</source>
        <translation>Eine Feldzeile enthält ein CR ohne LF danach.</translation>
    </message>
    <message>
        <source>The field line “%1” holds a control character</source>
        <translation>Die Feldzeile „%1“ enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it is kept</source>
        <translation>es bleibt erhalten</translation>
    </message>
    <message>
        <source>The line “%1” begins with white space but no field stands before it</source>
        <translation>Die Zeile „%1“ beginnt mit Leerraum, aber davor steht kein Feld</translation>
    </message>
    <message>
        <source>The value of “%1” is folded over several lines</source>
        <translation>Der Wert von „%1“ ist über mehrere Zeilen umbrochen</translation>
    </message>
    <message>
        <source>the lines are joined by a space</source>
        <translation>die Zeilen werden mit einem Leerzeichen verbunden</translation>
    </message>
    <message>
        <source>The field line “%1” has no name</source>
        <translation>Die Feldzeile „%1“ hat keinen Namen</translation>
    </message>
    <message>
        <source>White space stands between the field name “%1” and its colon</source>
        <translation>Zwischen dem Feldnamen „%1“ und seinem Doppelpunkt steht Leerraum</translation>
    </message>
    <message>
        <source>it is not taken for part of the name</source>
        <translation>er wird nicht zum Namen gezählt</translation>
    </message>
    <message>
        <source>The field name “%1” holds characters that a name cannot have</source>
        <translation>Der Feldname „%1“ enthält Zeichen, die ein Name nicht haben kann</translation>
    </message>
    <message>
        <source>it is kept and nothing is made of it</source>
        <translation>er bleibt erhalten, ohne dass etwas daraus folgt</translation>
    </message>
    <message>
        <source>The field “%1” stands in the trailers, where it may not</source>
        <translation>Das Feld „%1“ steht in den Trailern, wo es nicht stehen darf</translation>
    </message>
    <message>
        <source>it is shown there and not acted on</source>
        <translation>es wird dort gezeigt und nicht befolgt</translation>
    </message>
    <message>
        <source>Content-Length is given %1 times</source>
        <translation>Content-Length steht %1-mal da</translation>
    </message>
    <message>
        <source>all agree, and it is read once</source>
        <translation>alle stimmen überein, und es wird einmal gelesen</translation>
    </message>
    <message>
        <source>The Content-Length “%1” is not a number of octets, so that the end of the message is unknown.</source>
        <translation>Content-Length „%1“ ist keine Zahl von Oktetten, sodass das Ende der Nachricht unbekannt ist.</translation>
    </message>
    <message>
        <source>The Content-Length fields disagree: %1 and %2 octets. The end of the message is unknown.</source>
        <translation>Die Content-Length-Felder widersprechen sich: %1 und %2 Oktette. Das Ende der Nachricht ist unbekannt.</translation>
    </message>
    <message>
        <source>The Transfer-Encoding “%1” names no coding</source>
        <translation>Transfer-Encoding „%1“ nennt keine Kodierung</translation>
    </message>
    <message>
        <source>it is taken for absent</source>
        <translation>es gilt als nicht vorhanden</translation>
    </message>
    <message>
        <source>The last transfer coding in “%1” is not chunked</source>
        <translation>Die letzte Übertragungskodierung in „%1“ ist nicht chunked</translation>
    </message>
    <message>
        <source>the content is read as it is until the server closes</source>
        <translation>der Inhalt wird gelesen, wie er ist, bis der Server schließt</translation>
    </message>
    <message>
        <source>The Transfer-Encoding “%1” names chunked more than once</source>
        <translation>Transfer-Encoding „%1“ nennt chunked mehr als einmal</translation>
    </message>
    <message>
        <source>it is taken off once</source>
        <translation>es wird einmal abgenommen</translation>
    </message>
    <message>
        <source>The Transfer-Encoding “%1” names codings that nobody asked for</source>
        <translation>Transfer-Encoding „%1“ nennt Kodierungen, um die niemand gebeten hat</translation>
    </message>
    <message>
        <source>only chunked is taken off</source>
        <translation>nur chunked wird abgenommen</translation>
    </message>
    <message>
        <source>Content-Length or Transfer-Encoding stands in %1</source>
        <translation>Content-Length oder Transfer-Encoding steht, wo es nicht stehen darf, nämlich hier: %1</translation>
    </message>
    <message>
        <source>An HTTP/1.0 message has a Transfer-Encoding</source>
        <translation>Eine HTTP/1.0-Nachricht hat ein Transfer-Encoding</translation>
    </message>
    <message>
        <source>it is obeyed and the connection not used again</source>
        <translation>es wird befolgt und die Verbindung nicht noch einmal verwendet</translation>
    </message>
    <message>
        <source>The message has both Content-Length and Transfer-Encoding</source>
        <translation>Die Nachricht hat sowohl Content-Length als auch Transfer-Encoding</translation>
    </message>
    <message>
        <source>Transfer-Encoding counts, and the connection is not used again</source>
        <translation>Transfer-Encoding gilt, und die Verbindung wird nicht noch einmal verwendet</translation>
    </message>
    <message>
        <source>a successful response to CONNECT</source>
        <translation>eine erfolgreiche Antwort auf CONNECT</translation>
    </message>
    <message>
        <source>a response of status 101</source>
        <translation>eine Antwort mit Status 101</translation>
    </message>
    <message>
        <source>The server switches to another protocol, which the request did not ask for</source>
        <translation>Der Server wechselt zu einem anderen Protokoll, um das die Anfrage nicht gebeten hat</translation>
    </message>
    <message>
        <source>what follows is shown as it comes</source>
        <translation>was folgt, wird gezeigt, wie es kommt</translation>
    </message>
    <message>
        <source>a response of status 204, which has no content</source>
        <translation>eine Antwort mit Status 204, die keinen Inhalt hat</translation>
    </message>
    <message>
        <source>The request has no Host field.</source>
        <translation>Die Anfrage hat kein Feld Host.</translation>
    </message>
    <message>
        <source>The request has more than one Host field.</source>
        <translation>Die Anfrage hat mehr als ein Feld Host.</translation>
    </message>
    <message>
        <source>A line ends in LF alone, not in CRLF</source>
        <translation>Eine Zeile endet nur mit LF, nicht mit CRLF</translation>
    </message>
    <message>
        <source>it is taken for a line end</source>
        <translation>das gilt als Zeilenende</translation>
    </message>
    <message>
        <source>The content is longer than the %1 octets announced; did its source change?</source>
        <translation>Der Inhalt ist länger als die angekündigten %1 Oktette; hat sich seine Quelle geändert?</translation>
    </message>
    <message>
        <source>The content ended after %1 of the %2 octets announced; did its source change?</source>
        <translation>Der Inhalt endete nach %1 der angekündigten %2 Oktette; hat sich seine Quelle geändert?</translation>
    </message>
    <message>
        <source>A chunk size line is longer than %1 octets, which is Sonde&apos;s limit.</source>
        <translation>Eine Zeile mit einer Chunk-Größe ist länger als %1 Oktette, die Grenze von Sonde.</translation>
    </message>
    <message>
        <source>The head of the message, interim heads and trailers included, is longer than %1 octets, which is Sonde&apos;s limit.</source>
        <translation>Der Kopf der Nachricht mit vorläufigen Köpfen und Trailern ist länger als %1 Oktette, die Grenze von Sonde.</translation>
    </message>
    <message>
        <source>An empty line stands before the first line</source>
        <translation>Vor der ersten Zeile steht eine leere</translation>
    </message>
    <message>
        <source>The server sent more than %1 interim responses (1xx), which is Sonde&apos;s limit.</source>
        <translation>Der Server hat mehr als %1 vorläufige Antworten (1xx) gesendet, die Grenze von Sonde.</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>The client</source>
        <translation>Der Client</translation>
    </message>
    <message>
        <source>The server closed the connection without answering the request.</source>
        <translation>Der Server hat die Verbindung geschlossen, ohne die Anfrage zu beantworten.</translation>
    </message>
    <message>
        <source>The client closed the connection.</source>
        <translation>Der Client hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The server closed the connection after an interim response (1xx), without the final one.</source>
        <translation>Der Server hat die Verbindung nach einer vorläufigen Antwort (1xx) geschlossen, ohne die endgültige.</translation>
    </message>
    <message>
        <source>%1 closed the connection inside the head, after %2 octets of it.</source>
        <translation>%1 hat die Verbindung im Kopf geschlossen, nach %2 Oktetten davon.</translation>
    </message>
    <message>
        <source>%1 closed the connection after %2 of the %3 octets of content that Content-Length announced.</source>
        <translation>%1 hat die Verbindung nach %2 der %3 Oktette Inhalt geschlossen, die Content-Length angekündigt hat.</translation>
    </message>
    <message>
        <source>%1 closed the connection inside a chunk: %2 octets of content came, %3 more were expected before the next chunk.</source>
        <translation>%1 hat die Verbindung in einem Chunk geschlossen: %2 Oktette Inhalt kamen, %3 weitere wurden vor dem nächsten Chunk erwartet.</translation>
    </message>
    <message>
        <source>%1 closed the connection inside the trailers, after all %2 octets of content.</source>
        <translation>%1 hat die Verbindung in den Trailern geschlossen, nach allen %2 Oktetten Inhalt.</translation>
    </message>
    <message>
        <source>%1 closed the connection before the end of the chunked content: %2 octets of it came, the last chunk did not.</source>
        <translation>%1 hat die Verbindung vor dem Ende des Inhalts in Chunks geschlossen: %2 Oktette davon kamen, der letzte Chunk nicht.</translation>
    </message>
    <message>
        <source>HTTP/1.0 has no Transfer-Encoding; remove the field or send HTTP/1.1.</source>
        <translation>HTTP/1.0 hat kein Transfer-Encoding; entfernen Sie das Feld, oder senden Sie HTTP/1.1.</translation>
    </message>
    <message>
        <source>The request has both Content-Length and Transfer-Encoding; remove one of them.</source>
        <translation>Die Anfrage hat sowohl Content-Length als auch Transfer-Encoding; entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>The last transfer coding of a request must be chunked, or its end cannot be found; the field says “%1”.</source>
        <translation>Die letzte Übertragungskodierung einer Anfrage muss chunked sein, sonst lässt sich ihr Ende nicht finden; das Feld sagt „%1“.</translation>
    </message>
    <message>
        <source>The Content-Length “%1” is not a number of octets; remove the field to have the right one sent.</source>
        <translation>Content-Length „%1“ ist keine Zahl von Oktetten; entfernen Sie das Feld, damit das richtige gesendet wird.</translation>
    </message>
    <message>
        <source>Content-Length says %1, but the content has %2 octets; remove the field to have the right one sent.</source>
        <translation>Content-Length sagt %1, aber der Inhalt hat %2 Oktette; entfernen Sie das Feld, damit das richtige gesendet wird.</translation>
    </message>
    <message>
        <source>HTTP/1.0 cannot send content whose length is not known before; send HTTP/1.1, or content from memory or a file.</source>
        <translation>HTTP/1.0 kann keinen Inhalt senden, dessen Länge nicht vorher bekannt ist; senden Sie HTTP/1.1 oder Inhalt aus dem Speicher oder einer Datei.</translation>
    </message>
    <message>
        <source>The client sent more than %1 octets of further requests before the response to the first.</source>
        <translation>Der Client hat vor der Antwort auf die erste Anfrage mehr als %1 Oktette weiterer Anfragen gesendet.</translation>
    </message>
    <message>
        <source>The protocol name is not written HTTP in capitals</source>
        <translation>Der Protokollname ist nicht in Großbuchstaben HTTP geschrieben</translation>
    </message>
    <message>
        <source>it is taken for HTTP</source>
        <translation>er gilt als HTTP</translation>
    </message>
    <message>
        <source>The version “%1” is none: HTTP/1.1 or HTTP/1.0 is expected.</source>
        <translation>Die Version „%1“ ist keine: Erwartet wird HTTP/1.1 oder HTTP/1.0.</translation>
    </message>
    <message>
        <source>The message names version %1 in HTTP/1 text form, where only HTTP/1.1 and HTTP/1.0 can stand.</source>
        <translation>Die Nachricht nennt Version %1 in der Textform von HTTP/1, wo nur HTTP/1.1 und HTTP/1.0 stehen können.</translation>
    </message>
    <message>
        <source>The message names version %1</source>
        <translation>Die Nachricht nennt Version %1</translation>
    </message>
    <message>
        <source>it is read as HTTP/1.1</source>
        <translation>sie wird als HTTP/1.1 gelesen</translation>
    </message>
    <message>
        <source>The first line holds a NUL octet.</source>
        <translation>Die erste Zeile enthält ein NUL-Oktett.</translation>
    </message>
    <message>
        <source>The first line holds a CR without an LF after it.</source>
        <translation>Die erste Zeile enthält ein CR ohne LF danach.</translation>
    </message>
    <message>
        <source>The first line holds a control character</source>
        <translation>Die erste Zeile enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>The status in “%1” is not a number of three digits from 100 on.</source>
        <translation>Der Status in „%1“ ist keine Zahl von drei Ziffern ab 100.</translation>
    </message>
    <message>
        <source>The status %1 is outside 100 to 599</source>
        <translation>Der Status %1 liegt nicht zwischen 100 und 599</translation>
    </message>
    <message>
        <source>clients take it for a server error</source>
        <translation>Clients nehmen ihn als Fehler des Servers</translation>
    </message>
    <message>
        <source>Version and status are not parted by one single space</source>
        <translation>Version und Status sind nicht durch ein einziges Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>they are read as parted</source>
        <translation>sie werden als getrennt gelesen</translation>
    </message>
    <message>
        <source>No space follows the status</source>
        <translation>Auf den Status folgt kein Leerzeichen</translation>
    </message>
    <message>
        <source>the reason is read as empty</source>
        <translation>der Grund wird als leer gelesen</translation>
    </message>
    <message>
        <source>The request line “%1” is not method, target and version with one space between them.</source>
        <translation>Die Anfragezeile „%1“ besteht nicht aus Methode, Ziel und Version mit je einem Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>The method “%1” is not a token.</source>
        <translation>Die Methode „%1“ ist kein Token.</translation>
    </message>
    <message>
        <source>The request target “%1” is empty or holds white space.</source>
        <translation>Das Anfrageziel „%1“ ist leer oder enthält Leerraum.</translation>
    </message>
    <message>
        <source>The request line ends in “%1” instead of an HTTP version.</source>
        <translation>Die Anfragezeile endet mit „%1“ statt mit einer HTTP-Version.</translation>
    </message>
    <message>
        <source>The server does not speak HTTP here: its answer begins with “%1” instead of HTTP/1.1.</source>
        <translation>Der Server spricht hier kein HTTP: Seine Antwort beginnt mit „%1“ statt mit HTTP/1.1.</translation>
    </message>
    <message>
        <source>The server speaks TLS on this port; use https:// instead of http://.</source>
        <translation>Der Server spricht auf diesem Port TLS; verwenden Sie https:// statt http://.</translation>
    </message>
    <message>
        <source>The client speaks TLS on a port for plain HTTP.</source>
        <translation>Der Client spricht TLS auf einem Port für unverschlüsseltes HTTP.</translation>
    </message>
    <message>
        <source>The server speaks HTTP/2 on this port; pin h2c for http:// or HTTP/2 for https://.</source>
        <translation>Der Server spricht auf diesem Port HTTP/2; legen Sie h2c für http:// oder HTTP/2 für https:// fest.</translation>
    </message>
    <message>
        <source>The request target “%1” is empty or holds white space or control characters; percent-encode them.</source>
        <translation>Das Anfrageziel „%1“ ist leer oder enthält Leerraum oder Steuerzeichen; prozentkodieren Sie sie.</translation>
    </message>
    <message>
        <source>An HTTP/1 connection cannot carry a request of version %1.</source>
        <translation>Eine HTTP/1-Verbindung kann keine Anfrage der Version %1 tragen.</translation>
    </message>
    <message>
        <source>The status line %1 “%2” cannot be written.</source>
        <translation>Die Statuszeile %1 „%2“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>This connection has used up its stream numbers; a new one is needed.</source>
        <translation>Diese Verbindung hat ihre Stream-Nummern aufgebraucht; eine neue ist nötig.</translation>
    </message>
    <message>
        <source>This connection takes no more requests.</source>
        <translation>Diese Verbindung nimmt keine Anfragen mehr an.</translation>
    </message>
    <message>
        <source>This connection already carries the %1 streams that the server allows; wait for one to end or open another connection.</source>
        <translation>Diese Verbindung trägt schon die %1 Streams, die der Server erlaubt; warten Sie, bis einer endet, oder öffnen Sie eine weitere Verbindung.</translation>
    </message>
    <message>
        <source>The head of the request is larger than 1 MiB, which Sonde does not send over HTTP/2.</source>
        <translation>Der Kopf der Anfrage ist größer als 1 MiB, was Sonde nicht über HTTP/2 sendet.</translation>
    </message>
    <message>
        <source>The head could not be sent on this connection.</source>
        <translation>Der Kopf ließ sich auf dieser Verbindung nicht senden.</translation>
    </message>
    <message>
        <source>The trailer section was not sent: the message was over with its head.</source>
        <translation>Die Trailer wurden nicht gesendet: Die Nachricht war mit ihrem Kopf zu Ende.</translation>
    </message>
    <message>
        <source>The connection was closed by the server%1.</source>
        <translation>Die Verbindung wurde vom Server geschlossen%1.</translation>
    </message>
    <message>
        <source>The connection was closed by the client%1.</source>
        <translation>Die Verbindung wurde vom Client geschlossen%1.</translation>
    </message>
    <message>
        <source>announced by GOAWAY with %1</source>
        <translation>mit GOAWAY angekündigt: %1</translation>
    </message>
    <message>
        <source>announced by GOAWAY with %1: %2</source>
        <translation>mit GOAWAY angekündigt: %1: %2</translation>
    </message>
    <message>
        <source>The server wanted to push a response, which was refused.</source>
        <translation>Der Server wollte eine Antwort pushen, was abgelehnt wurde.</translation>
    </message>
    <message>
        <source>The value of “%1” begins or ends with white space, which HTTP/2 forbids.</source>
        <translation>Der Wert von „%1“ beginnt oder endet mit Leerraum, was HTTP/2 verbietet.</translation>
    </message>
    <message>
        <source>The field “%1” has octets that no field may have and is left out.</source>
        <translation>Das Feld „%1“ hat Oktette, die kein Feld haben darf, und wird ausgelassen.</translation>
    </message>
    <message>
        <source>has a field section over the limit of %1 octets and %2 fields; the stream was reset.</source>
        <translation>hat Felder über der Grenze von %1 Oktetten und %2 Feldern; der Stream wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>The response was complete before the request; the rest of the request was not sent.</source>
        <translation>Die Antwort war vor der Anfrage vollständig; der Rest der Anfrage wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>has a trailer section that does not end it (RFC 9113 section 8.1).</source>
        <translation>hat Trailer, die sie nicht beenden (RFC 9113 section 8.1).</translation>
    </message>
    <message>
        <source>lacks a pseudo-field that a request must have, or ends other than its Content-Length says (RFC 9113 section 8.3.1).</source>
        <translation>hat ein Pseudofeld nicht, das eine Anfrage haben muss, oder endet anders, als ihr Content-Length sagt (RFC 9113 section 8.3.1).</translation>
    </message>
    <message>
        <source>has no :status (RFC 9113 section 8.3.2).</source>
        <translation>hat kein :status (RFC 9113 section 8.3.2).</translation>
    </message>
    <message>
        <source>ends with an interim response (RFC 9113 section 8.1).</source>
        <translation>endet mit einer vorläufigen Antwort (RFC 9113 section 8.1).</translation>
    </message>
    <message>
        <source>has a head that contradicts its content (RFC 9113 section 8.1.1).</source>
        <translation>hat einen Kopf, der ihrem Inhalt widerspricht (RFC 9113 section 8.1.1).</translation>
    </message>
    <message>
        <source>announced %1 octets of content and sent more (RFC 9113 section 8.1.1).</source>
        <translation>hat %1 Oktette Inhalt angekündigt und mehr gesendet (RFC 9113 section 8.1.1).</translation>
    </message>
    <message>
        <source>announced %1 octets of content but ended after %2 (RFC 9113 section 8.1.1).</source>
        <translation>hat %1 Oktette Inhalt angekündigt, aber nach %2 geendet (RFC 9113 section 8.1.1).</translation>
    </message>
    <message>
        <source>has content before its final head (RFC 9113 section 8.1).</source>
        <translation>hat Inhalt vor ihrem endgültigen Kopf (RFC 9113 section 8.1).</translation>
    </message>
    <message>
        <source>has content where none is allowed, as with HEAD, 204 and 304 (RFC 9110 section 6.4.1).</source>
        <translation>hat Inhalt, wo keiner erlaubt ist, wie bei HEAD, 204 und 304 (RFC 9110 section 6.4.1).</translation>
    </message>
    <message>
        <source>broke a rule of HTTP/2; the stream was reset with %1.</source>
        <translation>hat eine Regel von HTTP/2 verletzt; der Stream wurde mit %1 zurückgesetzt.</translation>
    </message>
    <message>
        <source>HTTP/2 has no connection-specific fields, so these were not sent: %1.</source>
        <translation>HTTP/2 kennt keine Felder der Verbindung, darum wurden diese nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>HTTP/2 forbids white space at the ends of a value, so it was taken off these fields: %1.</source>
        <translation>HTTP/2 verbietet Leerraum an den Enden eines Werts, darum wurde er bei diesen Feldern weggenommen: %1.</translation>
    </message>
    <message>
        <source>The server answered in HTTP/1.1 (“%1”); it does not speak HTTP/2 with prior knowledge here. Choose HTTP/1.1.</source>
        <translation>Der Server hat in HTTP/1.1 geantwortet („%1“); er spricht hier kein vorab bekanntes HTTP/2. Wählen Sie HTTP/1.1.</translation>
    </message>
    <message>
        <source>The server answered with TLS where cleartext HTTP/2 was expected. Use https:// for this port.</source>
        <translation>Der Server hat mit TLS geantwortet, wo unverschlüsseltes HTTP/2 erwartet war. Verwenden Sie https:// für diesen Port.</translation>
    </message>
    <message>
        <source>The server does not speak HTTP/2 here: its first octets are no SETTINGS frame but %1.</source>
        <translation>Der Server spricht hier kein HTTP/2: Seine ersten Oktette sind kein SETTINGS-Frame, sondern %1.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>der Client</translation>
    </message>
    <message>
        <source>after %1 octets of content</source>
        <translation>nach %1 Oktetten Inhalt</translation>
    </message>
    <message>
        <source>inside the head</source>
        <translation>mitten im Kopf</translation>
    </message>
    <message>
        <source>before its message began</source>
        <translation>bevor seine Nachricht begann</translation>
    </message>
    <message>
        <source>%1 refused the stream without processing it: %2. It is safe to send it again.</source>
        <translation>%1 hat den Stream abgelehnt, ohne ihn zu verarbeiten: %2. Er kann gefahrlos noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>%1 wants HTTP/1.1 for this request: %2. Choose HTTP/1.1 and send it again.</source>
        <translation>%1 verlangt HTTP/1.1 für diese Anfrage: %2. Wählen Sie HTTP/1.1, und senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 finds us too demanding and reset the stream %3: %2. Send less at a time.</source>
        <translation>%1 findet uns zu fordernd und hat den Stream zurückgesetzt (%3): %2. Senden Sie weniger auf einmal.</translation>
    </message>
    <message>
        <source>%1 reset the stream %3: %2.</source>
        <translation>%1 hat den Stream zurückgesetzt (%3): %2.</translation>
    </message>
    <message>
        <source>%1 closed the connection %2%3.</source>
        <translation>%1 hat die Verbindung geschlossen, und zwar %2%3.</translation>
    </message>
    <message>
        <source>%1 is closing the connection and did not process this request: GOAWAY with %2. It is safe to send it again on a new connection.</source>
        <translation>%1 schließt die Verbindung und hat diese Anfrage nicht verarbeitet: GOAWAY mit %2. Sie kann gefahrlos auf einer neuen Verbindung noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>The message of the server %1</source>
        <translation>Die Nachricht des Servers %1</translation>
    </message>
    <message>
        <source>The message of the client %1</source>
        <translation>Die Nachricht des Clients %1</translation>
    </message>
    <message>
        <source>broke a rule of HTTP/2</source>
        <translation>hat eine Regel von HTTP/2 verletzt</translation>
    </message>
    <message>
        <source>sent compressed fields that cannot be decoded</source>
        <translation>hat komprimierte Felder gesendet, die sich nicht dekodieren lassen</translation>
    </message>
    <message>
        <source>sent a frame of a wrong length</source>
        <translation>hat einen Frame falscher Länge gesendet</translation>
    </message>
    <message>
        <source>broke flow control</source>
        <translation>hat die Flusskontrolle verletzt</translation>
    </message>
    <message>
        <source>pushed a response although pushing is switched off</source>
        <translation>hat eine Antwort gepusht, obwohl das abgeschaltet ist</translation>
    </message>
    <message>
        <source>%1 %2, so the connection had to be closed with %3.</source>
        <translation>%1 %2, sodass die Verbindung mit %3 geschlossen werden musste.</translation>
    </message>
    <message>
        <source>breaks a rule on field sections (RFC 9113 section 8.2).</source>
        <translation>verletzt eine Regel für Felder (RFC 9113 section 8.2).</translation>
    </message>
    <message>
        <source>has the pseudo-field “%1” where it is unknown, repeated, malformed or out of place (RFC 9113 section 8.3).</source>
        <translation>hat das Pseudofeld „%1“, wo es unbekannt, doppelt, fehlerhaft oder fehl am Platz ist (RFC 9113 section 8.3).</translation>
    </message>
    <message>
        <source>has the field name “%1” with upper-case letters (RFC 9113 section 8.2.1).</source>
        <translation>hat den Feldnamen „%1“ mit Großbuchstaben (RFC 9113 section 8.2.1).</translation>
    </message>
    <message>
        <source>has the field “%1”, which speaks of the connection and is forbidden in HTTP/2 (RFC 9113 section 8.2.2).</source>
        <translation>hat das Feld „%1“, das von der Verbindung spricht und in HTTP/2 verboten ist (RFC 9113 section 8.2.2).</translation>
    </message>
    <message>
        <source>has a Content-Length that is not a number or contradicts another one (RFC 9113 section 8.1.1).</source>
        <translation>hat ein Content-Length, das keine Zahl ist oder einem anderen widerspricht (RFC 9113 section 8.1.1).</translation>
    </message>
    <message>
        <source>has the field “%1”, which is malformed or out of place (RFC 9113 section 8.2.1).</source>
        <translation>hat das Feld „%1“, das fehlerhaft oder fehl am Platz ist (RFC 9113 section 8.2.1).</translation>
    </message>
    <message>
        <source>The boundary of the multipart body must be 1 to 70 letters, digits and &apos;()+_,-./:=? and must not end with a blank.</source>
        <translation>Die Grenze des mehrteiligen Bodys muss aus 1 bis 70 Buchstaben, Ziffern und &apos;()+_,-./:=? bestehen und darf nicht mit einem Leerzeichen enden.</translation>
    </message>
    <message>
        <source>The media type of the form part “%1” holds a line break or a NUL; remove it.</source>
        <translation>Der Medientyp des Formularteils „%1“ enthält einen Zeilenumbruch oder ein NUL; entfernen Sie es.</translation>
    </message>
    <message>
        <source>It continues a header section that is not under way.</source>
        <translation>Er setzt einen Kopf fort, der nicht begonnen hat.</translation>
    </message>
    <message>
        <source>It stands in the middle of the header section of stream %1.</source>
        <translation>Er steht mitten im Kopf von Stream %1.</translation>
    </message>
    <message>
        <source>The last stream was %1 before and cannot grow to %2.</source>
        <translation>Der letzte Stream war vorher %1 und kann nicht auf %2 wachsen.</translation>
    </message>
    <message>
        <source>It promises a response, and SETTINGS forbid that.</source>
        <translation>Er verspricht eine Antwort, und SETTINGS verbieten das.</translation>
    </message>
    <message>
        <source>The stream was reset by the same side before.</source>
        <translation>Der Stream wurde vorher von derselben Seite zurückgesetzt.</translation>
    </message>
    <message>
        <source>The stream was reset before; this crossed it on the way.</source>
        <translation>Der Stream wurde vorher zurückgesetzt; dies kam ihm unterwegs entgegen.</translation>
    </message>
    <message>
        <source>Stream %1 is opened after stream %2.</source>
        <translation>Stream %1 wird nach Stream %2 geöffnet.</translation>
    </message>
    <message>
        <source>Stream %1 has not been opened.</source>
        <translation>Stream %1 ist nicht geöffnet worden.</translation>
    </message>
    <message>
        <source>The message ended with END_STREAM before this.</source>
        <translation>Die Nachricht endete vorher mit END_STREAM.</translation>
    </message>
    <message>
        <source>Content comes before the final head.</source>
        <translation>Inhalt kommt vor dem endgültigen Kopf.</translation>
    </message>
    <message>
        <source>A second head comes that neither is interim nor ends the message.</source>
        <translation>Ein zweiter Kopf kommt, der weder vorläufig ist noch die Nachricht beendet.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>only</source>
        <translation>nur</translation>
    </message>
    <message>
        <source>The source holds more than 100,000 requests, the most that are imported at once. Split it.</source>
        <translation>Die Quelle enthält mehr als 100.000 Anfragen; mehr werden nicht auf einmal importiert. Teilen Sie sie.</translation>
    </message>
</context>
<context>
    <name>sonde::collection::Portability</name>
    <message>
        <source>%1 does not add what its folder says when the request is sent.</source>
        <translation>%1 ergänzt beim Senden nicht, was der Ordner vorgibt.</translation>
    </message>
    <message>
        <source>%1 ends the request at this ###, which stands inside a line.</source>
        <translation>%1 beendet die Anfrage bei diesem ###, das mitten in einer Zeile steht.</translation>
    </message>
    <message>
        <source>%1 starts a new request at this indented ###.</source>
        <translation>%1 beginnt bei diesem eingerückten ### eine neue Anfrage.</translation>
    </message>
    <message>
        <source>%1 takes letters, digits and _ alone in a name, so responses cannot be referred to.</source>
        <translation>%1 nimmt in einem Namen nur Buchstaben, Ziffern und _, also kann sich nichts auf die Antwort beziehen.</translation>
    </message>
    <message>
        <source>%1 takes letters, digits and _ alone in a name.</source>
        <translation>%1 nimmt in einem Namen nur Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>%1 does not read “@name = …”; write “# @name id”.</source>
        <translation>%1 liest „@name = …“ nicht; stattdessen „# @name id“ schreiben.</translation>
    </message>
    <message>
        <source>%1 names the request “= …”; write “# @name id”.</source>
        <translation>%1 nennt die Anfrage „= …“; stattdessen „# @name id“ schreiben.</translation>
    </message>
    <message>
        <source>%1 may not read a request line without a method; write GET.</source>
        <translation>%1 liest eine Anfragezeile ohne Methode vielleicht nicht; GET davorschreiben.</translation>
    </message>
    <message>
        <source>%1 sends this method only after a setting allows it.</source>
        <translation>%1 sendet diese Methode erst, wenn eine Einstellung es erlaubt.</translation>
    </message>
    <message>
        <source>%1 does not know this method.</source>
        <translation>%1 kennt diese Methode nicht.</translation>
    </message>
    <message>
        <source>%1 reads the URL from one line alone.</source>
        <translation>%1 liest die URL nur aus einer einzigen Zeile.</translation>
    </message>
    <message>
        <source>%1 continues a URL only with lines that begin with ? or &amp;.</source>
        <translation>%1 setzt eine URL nur mit Zeilen fort, die mit ? oder &amp; beginnen.</translation>
    </message>
    <message>
        <source>%1 may not read a comment between the lines of a URL.</source>
        <translation>%1 liest einen Kommentar zwischen den Zeilen einer URL vielleicht nicht.</translation>
    </message>
    <message>
        <source>%1 sends this line as a field named “#…”; put a space behind #.</source>
        <translation>%1 sendet diese Zeile als ein Feld namens „#…“; hinter # gehört ein Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 does not read a field without “: ”.</source>
        <translation>%1 liest kein Feld ohne „: “.</translation>
    </message>
    <message>
        <source>%1 does not read this line.</source>
        <translation>%1 liest diese Zeile nicht.</translation>
    </message>
    <message>
        <source>%1 does not read this line, or sends it.</source>
        <translation>%1 liest diese Zeile nicht oder sendet sie.</translation>
    </message>
    <message>
        <source>%1 does not read this line, or sends it as body.</source>
        <translation>%1 liest diese Zeile nicht oder sendet sie als Body.</translation>
    </message>
    <message>
        <source>%1 joins repeated fields into one.</source>
        <translation>%1 fasst wiederholte Felder zu einem zusammen.</translation>
    </message>
    <message>
        <source>%1 may send the last of repeated fields alone.</source>
        <translation>%1 sendet von wiederholten Feldern vielleicht nur das letzte.</translation>
    </message>
    <message>
        <source>%1 ignores the HTTP version.</source>
        <translation>%1 beachtet die HTTP-Version nicht.</translation>
    </message>
    <message>
        <source>%1 speaks HTTP/2 over TLS alone.</source>
        <translation>%1 spricht HTTP/2 nur über TLS.</translation>
    </message>
    <message>
        <source>%1 cannot send HTTP/2 with prior knowledge.</source>
        <translation>%1 kann HTTP/2 nicht mit Vorwissen senden.</translation>
    </message>
    <message>
        <source>%1 reads it as HTTP/2 over TLS.</source>
        <translation>%1 versteht darunter HTTP/2 über TLS.</translation>
    </message>
    <message>
        <source>%1 does not say that it sends HTTP/3.</source>
        <translation>Dass %1 HTTP/3 sendet, ist nirgends gesagt.</translation>
    </message>
    <message>
        <source>%1 sends HTTP/2 instead, without a word.</source>
        <translation>%1 sendet stattdessen HTTP/2, ohne ein Wort.</translation>
    </message>
    <message>
        <source>%1 reads HTTP/1.0, 1.1 and 2 alone.</source>
        <translation>%1 liest nur HTTP/1.0, 1.1 und 2.</translation>
    </message>
    <message>
        <source>The version stands in a comment; %1 chooses its own.</source>
        <translation>Die Version steht in einem Kommentar; %1 wählt selbst.</translation>
    </message>
    <message>
        <source>The version stands in a comment; %1 sends HTTP/1.1.</source>
        <translation>Die Version steht in einem Kommentar; %1 sendet HTTP/1.1.</translation>
    </message>
    <message>
        <source>%1 takes this line of the body for a comment and leaves it out.</source>
        <translation>%1 hält diese Zeile des Body für einen Kommentar und lässt sie weg.</translation>
    </message>
    <message>
        <source>%1 deletes this line of the body.</source>
        <translation>%1 entfernt diese Zeile des Body.</translation>
    </message>
    <message>
        <source>%1 keeps this line in the body, unlike the others.</source>
        <translation>%1 behält diese Zeile im Body, anders als die übrigen.</translation>
    </message>
    <message>
        <source>%1 sends no file as body.</source>
        <translation>%1 sendet keine Datei als Body.</translation>
    </message>
    <message>
        <source>Whether %1 fills variables into this file is not documented.</source>
        <translation>Ob %1 in diese Datei Variablen einsetzt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>%1 sends no multipart body with files.</source>
        <translation>%1 sendet keinen mehrteiligen Body mit Dateien.</translation>
    </message>
    <message>
        <source>%1 sends the script as part of the body.</source>
        <translation>%1 sendet das Skript als Teil des Body.</translation>
    </message>
    <message>
        <source>%1 runs no scripts.</source>
        <translation>%1 führt keine Skripte aus.</translation>
    </message>
    <message>
        <source>%1 takes the script for the request line.</source>
        <translation>%1 hält das Skript für die Anfragezeile.</translation>
    </message>
    <message>
        <source>%1 sends this line as part of the body.</source>
        <translation>%1 sendet diese Zeile als Teil des Body.</translation>
    </message>
    <message>
        <source>%1 does not write responses to files.</source>
        <translation>%1 schreibt Antworten nicht in Dateien.</translation>
    </message>
    <message>
        <source>%1 refuses where a file exists, JetBrains numbers it.</source>
        <translation>Gibt es die Datei schon, verweigert %1 es; JetBrains nummeriert.</translation>
    </message>
    <message>
        <source>Older %1 does not read this line.</source>
        <translation>Ältere Fassungen von %1 lesen diese Zeile nicht.</translation>
    </message>
    <message>
        <source>%1 ignores this tag and follows redirects.</source>
        <translation>%1 beachtet dieses Tag nicht und folgt Weiterleitungen.</translation>
    </message>
    <message>
        <source>%1 ignores this tag.</source>
        <translation>%1 beachtet dieses Tag nicht.</translation>
    </message>
    <message>
        <source>%1 ignores the time limit.</source>
        <translation>%1 beachtet die Zeitgrenze nicht.</translation>
    </message>
    <message>
        <source>%1 takes a bare number for milliseconds and reads no units.</source>
        <translation>%1 hält eine bloße Zahl für Millisekunden und liest keine Einheiten.</translation>
    </message>
    <message>
        <source>%1 does not ask before sending.</source>
        <translation>%1 fragt vor dem Senden nicht.</translation>
    </message>
    <message>
        <source>%1 asks for no values, so the variable is undefined.</source>
        <translation>%1 fragt nach keinen Werten, also ist die Variable nicht definiert.</translation>
    </message>
    <message>
        <source>%1 does not read this tag, so the variable is undefined.</source>
        <translation>%1 liest dieses Tag nicht, also ist die Variable nicht definiert.</translation>
    </message>
    <message>
        <source>%1 does not read “# @import” and “# @ref”.</source>
        <translation>%1 liest „# @import“ und „# @ref“ nicht.</translation>
    </message>
    <message>
        <source>%1 reads a variable for the whole file, wherever it stands.</source>
        <translation>Bei %1 gilt eine Variable für die ganze Datei, wo sie auch steht.</translation>
    </message>
    <message>
        <source>%1 reads a variable below ### for that request alone.</source>
        <translation>Bei %1 gilt eine Variable unter ### nur für diese Anfrage.</translation>
    </message>
    <message>
        <source>%1 does not read “:=”.</source>
        <translation>%1 liest „:=“ nicht.</translation>
    </message>
    <message>
        <source>The name is defined twice: %1 lets the environment win over the file.</source>
        <translation>Der Name ist zweimal definiert: Bei %1 geht die Umgebung der Datei vor.</translation>
    </message>
    <message>
        <source>The name is defined twice: %1 lets the file win.</source>
        <translation>Der Name ist zweimal definiert: Bei %1 geht die Datei vor.</translation>
    </message>
    <message>
        <source>The name is defined twice: %1 lets the file win over the environment.</source>
        <translation>Der Name ist zweimal definiert: Bei %1 geht die Datei der Umgebung vor.</translation>
    </message>
    <message>
        <source>%1 reads no http-client.env.json: the variable needs a value in its settings.</source>
        <translation>%1 liest keine http-client.env.json: Die Variable braucht einen Wert in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>%1 does not read import and run lines.</source>
        <translation>%1 liest keine Zeilen mit import und run.</translation>
    </message>
    <message>
        <source>%1 takes this line for a URL.</source>
        <translation>%1 hält diese Zeile für eine URL.</translation>
    </message>
    <message>
        <source>%1 knows GraphQL by an X-REQUEST-TYPE field alone.</source>
        <translation>%1 erkennt GraphQL nur an einem Feld X-REQUEST-TYPE.</translation>
    </message>
    <message>
        <source>%1 sends no GraphQL.</source>
        <translation>%1 sendet kein GraphQL.</translation>
    </message>
    <message>
        <source>%1 sends the X-REQUEST-TYPE field and the query as they are.</source>
        <translation>%1 sendet das Feld X-REQUEST-TYPE und die Abfrage, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 sends the X-REQUEST-TYPE field to the server.</source>
        <translation>%1 sendet das Feld X-REQUEST-TYPE an den Server.</translation>
    </message>
    <message>
        <source>%1 opens no WebSockets.</source>
        <translation>%1 öffnet keine WebSockets.</translation>
    </message>
    <message>
        <source>%1 sends no gRPC.</source>
        <translation>%1 sendet kein gRPC.</translation>
    </message>
    <message>
        <source>%1 wants a space between host and service.</source>
        <translation>%1 verlangt ein Leerzeichen zwischen Host und Dienst.</translation>
    </message>
    <message>
        <source>%1 starts another request at this line of the body; put the body into a file.</source>
        <translation>%1 beginnt bei dieser Zeile des Body eine weitere Anfrage; den Body in eine Datei legen.</translation>
    </message>
    <message>
        <source>%1 takes this line of the body for a variable; put the body into a file.</source>
        <translation>%1 hält diese Zeile des Body für eine Variable; den Body in eine Datei legen.</translation>
    </message>
    <message>
        <source>%1 splits the body at === and sends twice; put the body into a file.</source>
        <translation>%1 teilt den Body bei === und sendet zweimal; den Body in eine Datei legen.</translation>
    </message>
    <message>
        <source>%1 takes this line of the body for an assertion; put the body into a file.</source>
        <translation>%1 hält diese Zeile des Body für eine Prüfung; den Body in eine Datei legen.</translation>
    </message>
    <message>
        <source>%1 does not read ?? lines.</source>
        <translation>%1 liest keine Zeilen mit ??.</translation>
    </message>
    <message>
        <source>%1 sends ?? lines as body.</source>
        <translation>%1 sendet Zeilen mit ?? als Body.</translation>
    </message>
    <message>
        <source>%1 takes {{ alone on a line for a script; put the body into a file.</source>
        <translation>%1 hält {{ allein in einer Zeile für ein Skript; den Body in eine Datei legen.</translation>
    </message>
    <message>
        <source>%1 cannot refer to another response without a script.</source>
        <translation>%1 kann sich ohne Skript nicht auf eine andere Antwort beziehen.</translation>
    </message>
    <message>
        <source>%1 does not know “.response.body.$”; the request is not sent.</source>
        <translation>%1 kennt „.response.body.$“ nicht; die Anfrage wird nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 reads this only with its compatibility comment.</source>
        <translation>%1 liest das nur mit seinem Kommentar für Verträglichkeit.</translation>
    </message>
    <message>
        <source>%1 wants “.response.body.$” for a value of another response.</source>
        <translation>%1 verlangt „.response.body.$“ für einen Wert einer anderen Antwort.</translation>
    </message>
    <message>
        <source>%1 does not read values of another response in this way.</source>
        <translation>%1 liest Werte einer anderen Antwort nicht auf diese Weise.</translation>
    </message>
    <message>
        <source>The capture is a comment to %1, so the variable has no value there.</source>
        <translation>Für %1 ist „# [capture]“ ein Kommentar, also hat die Variable dort keinen Wert.</translation>
    </message>
    <message>
        <source>Not to verify the certificate stands in a comment, which %1 does not read.</source>
        <translation>Das Zertifikat nicht zu prüfen steht in einem Kommentar, den %1 nicht liest.</translation>
    </message>
    <message>
        <source>%1 writes {{$uuid}}.</source>
        <translation>%1 schreibt dafür {{$uuid}}.</translation>
    </message>
    <message>
        <source>%1 does not list {{$guid}}.</source>
        <translation>%1 nennt {{$guid}} nicht.</translation>
    </message>
    <message>
        <source>%1 writes {{$guid}}.</source>
        <translation>%1 schreibt dafür {{$guid}}.</translation>
    </message>
    <message>
        <source>%1 does not list {{$uuid}}.</source>
        <translation>%1 nennt {{$uuid}} nicht.</translation>
    </message>
    <message>
        <source>%1 gives milliseconds for a bare {{$timestamp}}, the others seconds.</source>
        <translation>%1 gibt für ein bloßes {{$timestamp}} Millisekunden, die übrigen Sekunden.</translation>
    </message>
    <message>
        <source>%1 takes no offset for {{$timestamp}}.</source>
        <translation>%1 nimmt für {{$timestamp}} keinen Versatz.</translation>
    </message>
    <message>
        <source>%1 wants {{$randomInt FROM TO}}.</source>
        <translation>%1 verlangt {{$randomInt VON BIS}}.</translation>
    </message>
    <message>
        <source>%1 draws from a wider range.</source>
        <translation>%1 zieht aus einem größeren Bereich.</translation>
    </message>
    <message>
        <source>%1 takes no range for {{$randomInt}}.</source>
        <translation>%1 nimmt für {{$randomInt}} keinen Bereich.</translation>
    </message>
    <message>
        <source>Whether %1 takes a range is not documented.</source>
        <translation>Ob %1 einen Bereich nimmt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>%1 does not know this value.</source>
        <translation>%1 kennt diesen Wert nicht.</translation>
    </message>
    <message>
        <source>%1 knows a part of these values.</source>
        <translation>%1 kennt einen Teil dieser Werte.</translation>
    </message>
    <message>
        <source>%1 does not know {{$datetime}}.</source>
        <translation>%1 kennt {{$datetime}} nicht.</translation>
    </message>
    <message>
        <source>%1 writes {{$processEnv NAME}}.</source>
        <translation>%1 schreibt dafür {{$processEnv NAME}}.</translation>
    </message>
    <message>
        <source>%1 writes {{$env.NAME}}.</source>
        <translation>%1 schreibt dafür {{$env.NAME}}.</translation>
    </message>
    <message>
        <source>%1 does not read .env files.</source>
        <translation>%1 liest keine .env-Dateien.</translation>
    </message>
    <message>
        <source>%1 does not know {{$dotenv}}.</source>
        <translation>%1 kennt {{$dotenv}} nicht.</translation>
    </message>
    <message>
        <source>%1 does not know this dynamic value.</source>
        <translation>%1 kennt diesen dynamischen Wert nicht.</translation>
    </message>
    <message>
        <source>%1 has no value for {{%2}}: “%3” captures it in a comment.</source>
        <translation>%1 hat keinen Wert für {{%2}}: „%3“ behält ihn in einem Kommentar.</translation>
    </message>
    <message>
        <source>%1 has no value for {{%2}}: it is a secret that only Sonde can read.</source>
        <translation>%1 hat keinen Wert für {{%2}}: Das Geheimnis kann nur Sonde lesen.</translation>
    </message>
    <message>
        <source>%1 sends a variable without a name or a value as a request line.</source>
        <translation>%1 sendet eine Variable ohne Namen oder Wert als Anfragezeile.</translation>
    </message>
    <message>
        <source>%1 ends the name of a variable at a space or a colon.</source>
        <translation>%1 beendet den Namen einer Variable an einem Leerzeichen oder Doppelpunkt.</translation>
    </message>
    <message>
        <source>%1 drops the quote that this value begins with.</source>
        <translation>%1 lässt das Anführungszeichen weg, mit dem dieser Wert beginnt.</translation>
    </message>
</context>
<context>
    <name>sonde::interop::Remark</name>
    <message>
        <source>--%1 needs a value after it.</source>
        <translation>Nach --%1 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is no option of curl that Sonde knows; it was left out.</source>
        <translation>„%1“ ist keine Option von curl, die Sonde kennt; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>With --http2 curl takes HTTP/1.1 from a server that has no HTTP/2; Sonde does not, and curl has no option for that.</source>
        <translation>Mit --http2 nimmt curl HTTP/1.1 von einem Server ohne HTTP/2; Sonde nicht, und curl hat dafür keine Option.</translation>
    </message>
    <message>
        <source>After a redirect that asks for GET curl sends %1 again, because --request names it; Sonde sends GET.</source>
        <translation>Nach einer Weiterleitung, die GET verlangt, sendet curl noch einmal %1, weil --request es nennt; Sonde sendet GET.</translation>
    </message>
    <message>
        <source>The text holds more curl commands; the first was taken.</source>
        <translation>Der Text enthält mehrere curl-Befehle; der erste wurde genommen.</translation>
    </message>
    <message>
        <source>Command %1 is left out, since it names no URL.</source>
        <translation>Befehl %1 wird ausgelassen, weil er keine URL nennt.</translation>
    </message>
    <message>
        <source>A part of the query is read from “%1” by curl; it was left out.</source>
        <translation>Einen Teil der Query liest curl aus „%1“; er wurde weggelassen.</translation>
    </message>
    <message>
        <source>The command has %1 URLs; the first was taken.</source>
        <translation>Der Befehl hat %1 URLs; die erste wurde genommen.</translation>
    </message>
    <message>
        <source>The request target “%1” cannot be kept; the URL&apos;s own is sent.</source>
        <translation>Das Anfrageziel „%1“ lässt sich nicht behalten; gesendet wird das der URL.</translation>
    </message>
    <message>
        <source>The header fields in the file “%1” were not read.</source>
        <translation>Die Header-Felder in der Datei „%1“ wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>curl would leave the field “%1” out; Sonde may add its own.</source>
        <translation>curl ließe das Feld „%1“ weg; Sonde fügt womöglich ein eigenes hinzu.</translation>
    </message>
    <message>
        <source>The cookies in the file “%1” were not read.</source>
        <translation>Die Cookies in der Datei „%1“ wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>curl takes only one of -d, -F and -T; the first of them was taken.</source>
        <translation>curl nimmt nur eines von -d, -F und -T; das erste davon wurde genommen.</translation>
    </message>
    <message>
        <source>The body is put together from files or standard input, which Sonde cannot do; it holds their names instead.</source>
        <translation>Der Body wird aus Dateien oder der Standardeingabe zusammengesetzt, was Sonde nicht kann; er enthält statt ihrer die Namen.</translation>
    </message>
    <message>
        <source>The body is not valid UTF-8; put it in a file to send it exactly.</source>
        <translation>Der Body ist kein gültiges UTF-8; legen Sie ihn in eine Datei, um ihn genau so zu senden.</translation>
    </message>
    <message>
        <source>curl drops the line breaks of the file that -d names; Sonde sends it as it is.</source>
        <translation>curl lässt die Zeilenumbrüche der Datei weg, die -d nennt; Sonde sendet sie, wie sie ist.</translation>
    </message>
    <message>
        <source>curl percent-encodes the file “%1”; Sonde sends it as it is.</source>
        <translation>curl prozentkodiert die Datei „%1“; Sonde sendet sie, wie sie ist.</translation>
    </message>
    <message>
        <source>curl sends what it reads from standard input; choose a file.</source>
        <translation>curl sendet, was es von der Standardeingabe liest; wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The part “%1” is the text of a file in curl; Sonde sends it as a file, with a file name.</source>
        <translation>Der Teil „%1“ ist bei curl der Text einer Datei; Sonde sendet ihn als Datei, mit einem Dateinamen.</translation>
    </message>
    <message>
        <source>The part “%1” is a text with a file name in curl; the name was left out.</source>
        <translation>Der Teil „%1“ ist bei curl ein Text mit einem Dateinamen; der Name wurde weggelassen.</translation>
    </message>
    <message>
        <source>HTTP/3 is not sent yet; the version is chosen automatically.</source>
        <translation>HTTP/3 wird noch nicht gesendet; die Version wird automatisch gewählt.</translation>
    </message>
    <message>
        <source>--http2 on an http URL asks to upgrade, which RFC 9113 withdrew; HTTP/1.1 is sent. Choose h2c for HTTP/2 without TLS.</source>
        <translation>--http2 bei einer http-URL bittet um ein Upgrade, das RFC 9113 zurückgezogen hat; gesendet wird HTTP/1.1. Wählen Sie h2c für HTTP/2 ohne TLS.</translation>
    </message>
    <message>
        <source>%1 is not kept in a request; it was left out.</source>
        <translation>%1 wird in einer Anfrage nicht aufbewahrt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The address family (-4, -6) is not kept in a request; it was left out.</source>
        <translation>Die Adressfamilie (-4, -6) wird in einer Anfrage nicht aufbewahrt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>curl command %1</source>
        <translation>curl-Befehl %1</translation>
    </message>
    <message>
        <source>What follows --next is a request of its own; paste it by itself.</source>
        <translation>Was auf --next folgt, ist eine eigene Anfrage; fügen Sie sie für sich ein.</translation>
    </message>
    <message>
        <source>curl&apos;s %1 has no counterpart in Sonde; it was left out.</source>
        <translation>Für %1 von curl gibt es in Sonde kein Gegenstück; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>curl&apos;s %1 authentication is not carried; Sonde sends Basic and Bearer credentials.</source>
        <translation>Die Anmeldung mit %1 von curl wird nicht übernommen; Sonde sendet Zugangsdaten mit Basic und Bearer.</translation>
    </message>
    <message>
        <source>“%1” is no header line, as in “Name: value”; it was left out.</source>
        <translation>„%1“ ist keine Header-Zeile wie „Name: Wert“; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>A Referer is not added on redirects, which “;auto” asks for.</source>
        <translation>Bei Weiterleitungen wird kein Referer hinzugefügt, worum „;auto“ bittet.</translation>
    </message>
    <message>
        <source>“--form-string %1” has no “=”, as in “name=text”; it was left out.</source>
        <translation>„--form-string %1“ hat kein „=“ wie in „name=text“; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>“-F %1” has no “=”, as in “name=content”; it was left out.</source>
        <translation>„-F %1“ hat kein „=“ wie in „name=inhalt“; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>A part of -F has headers, an encoder or parts inside, which Sonde does not carry.</source>
        <translation>Ein Teil von -F hat Header, eine Kodierung oder Teile in sich, was Sonde nicht übernimmt.</translation>
    </message>
    <message>
        <source>%1 takes a number of seconds, as in 2.5; “%2” is none.</source>
        <translation>%1 verlangt eine Zahl von Sekunden wie 2.5; „%2“ ist keine.</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3; “%4” is none.</source>
        <translation>%1 verlangt eine Zahl von %2 bis %3; „%4“ ist keine.</translation>
    </message>
    <message>
        <source>--resolve takes HOST:PORT:ADDRESS with a numeric address; “%1” is none.</source>
        <translation>--resolve verlangt HOST:PORT:ADRESSE mit einer Adresse in Zahlen; „%1“ ist das nicht.</translation>
    </message>
    <message>
        <source>--proxy takes HOST:PORT; “%1” is none.</source>
        <translation>--proxy verlangt HOST:PORT; „%1“ ist das nicht.</translation>
    </message>
    <message>
        <source>Sonde sends through HTTP proxies only; “%1” names another kind.</source>
        <translation>Sonde sendet nur durch HTTP-Proxys; „%1“ nennt eine andere Art.</translation>
    </message>
    <message>
        <source>Entries without a request URL, which are left out: %1.</source>
        <translation>Einträge ohne URL einer Anfrage, die ausgelassen werden: %1.</translation>
    </message>
    <message>
        <source>Requests with cookies or credentials, which are written to the files as they are and are to be taken out before you share them: %1.</source>
        <translation>Anfragen mit Cookies oder Zugangsdaten, die in die Dateien geschrieben werden, wie sie sind, und vor dem Weitergeben herausgehören: %1.</translation>
    </message>
    <message>
        <source>Requests whose body the archive does not hold: %1.</source>
        <translation>Anfragen, deren Body das Archiv nicht enthält: %1.</translation>
    </message>
    <message>
        <source>Requests that hold {{, which will be read as a variable: %1.</source>
        <translation>Anfragen, in denen {{ steht, was als Variable gelesen wird: %1.</translation>
    </message>
    <message>
        <source>Responses and timings are not carried, nor fields that belong to the connection, such as Host and Content-Length.</source>
        <translation>Antworten und Zeiten werden nicht übernommen, ebenso wenig Felder, die zur Verbindung gehören, wie Host und Content-Length.</translation>
    </message>
    <message>
        <source>Variables of the collection that no request uses, or that no line can hold, are left out: %1</source>
        <translation>Variablen der Sammlung, die keine Anfrage verwendet oder die in keine Zeile passen, werden ausgelassen: %1</translation>
    </message>
    <message>
        <source>The body stands in a file of its own, since other programs would misread it; the variables in it are not filled in there.</source>
        <translation>Der Body steht in einer eigenen Datei, weil andere Programme ihn falsch läsen; die Variablen darin werden dort nicht eingesetzt.</translation>
    </message>
    <message>
        <source>It is left out: its multipart body is not plain form data, which a .http file cannot name as a file.</source>
        <translation>Sie wird ausgelassen: Ihr mehrteiliger Body besteht nicht aus einfachen Formulardaten, was eine .http-Datei nicht als Datei nennen kann.</translation>
    </message>
    <message>
        <source>A switched-off header whose name is none is left out.</source>
        <translation>Ein ausgeschalteter Header, dessen Name keiner ist, wird ausgelassen.</translation>
    </message>
    <message>
        <source>It is left out: %1</source>
        <translation>Sie wird ausgelassen: %1</translation>
    </message>
    <message>
        <source>More notes than these, which are left out: %1.</source>
        <translation>Weitere Hinweise, die hier fehlen: %1.</translation>
    </message>
    <message>
        <source>The test script is not carried; write # [assert] and # [capture] lines for what it checks and keeps.</source>
        <translation>Das Testskript wird nicht übernommen; schreiben Sie Zeilen mit # [assert] und # [capture] für das, was es prüft und behält.</translation>
    </message>
    <message>
        <source>The script before the request is not carried.</source>
        <translation>Das Skript vor der Anfrage wird nicht übernommen.</translation>
    </message>
    <message>
        <source>Folders more than 32 deep are merged into their parent.</source>
        <translation>Ordner, die mehr als 32 tief liegen, gehen in ihrem Elternordner auf.</translation>
    </message>
    <message>
        <source>This entry is neither a request nor a folder; it is left out.</source>
        <translation>Dieser Eintrag ist weder Anfrage noch Ordner; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>Line breaks and tabs in the URL are dropped.</source>
        <translation>Zeilenumbrüche und Tabulatoren in der URL fallen weg.</translation>
    </message>
    <message>
        <source>The request&apos;s own proxy is not carried.</source>
        <translation>Der eigene Proxy der Anfrage wird nicht übernommen.</translation>
    </message>
    <message>
        <source>The request&apos;s own certificate is not carried.</source>
        <translation>Das eigene Zertifikat der Anfrage wird nicht übernommen.</translation>
    </message>
    <message>
        <source>Saved example responses are not carried.</source>
        <translation>Gespeicherte Beispielantworten werden nicht übernommen.</translation>
    </message>
    <message>
        <source>Its “%1” authorization is not carried.</source>
        <translation>Ihre Autorisierung „%1“ wird nicht übernommen.</translation>
    </message>
    <message>
        <source>The body is a file that the collection does not name.</source>
        <translation>Der Body ist eine Datei, die die Sammlung nicht nennt.</translation>
    </message>
    <message>
        <source>The body is of a kind, “%1”, that is not known.</source>
        <translation>Der Body ist von einer unbekannten Art, „%1“.</translation>
    </message>
    <message>
        <source>The setting “%1” is not carried.</source>
        <translation>Die Einstellung „%1“ wird nicht übernommen.</translation>
    </message>
    <message>
        <source>“%1” would be replaced by the shell; it was kept as text.</source>
        <translation>„%1“ würde von der Shell ersetzt; es blieb als Text stehen.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 entries are shown.</source>
        <translation>Nur die ersten %1 von %2 Einträgen werden gezeigt.</translation>
    </message>
    <message>
        <source>Entries whose request cannot be read, which are left out: %1.</source>
        <translation>Einträge mit unlesbarer Anfrage, die ausgelassen werden: %1.</translation>
    </message>
    <message>
        <source>“%1” gets its value where the script runs; define the variable before you send.</source>
        <translation>„%1“ erhält seinen Wert erst, wo das Skript läuft; legen Sie die Variable fest, bevor Sie senden.</translation>
    </message>
    <message>
        <source>Variables without a value, which httpYac cannot read until they have one: %1</source>
        <translation>Variablen ohne Wert, die httpYac nicht lesen kann, bis sie einen haben: %1</translation>
    </message>
</context>
<context>
    <name>sonde::trace::HeaderLint</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 stands here %2 times; it may stand once, and nobody can rely on which of them counts.</source>
        <translation>%1 steht hier %2-mal; es darf einmal stehen, und niemand kann sich darauf verlassen, welches zählt.</translation>
    </message>
    <message>
        <source>%1 is %2, which is not the form of a date that a sender must use, as in “Sun, 06 Nov 1994 08:49:37 GMT”.</source>
        <translation>%1 ist %2, nicht die Form eines Datums, die ein Sender benutzen muss, wie in „Sun, 06 Nov 1994 08:49:37 GMT“.</translation>
    </message>
    <message>
        <source>last-modified lies after date: the content would be newer than the response.</source>
        <translation>last-modified liegt nach date: der Inhalt wäre neuer als die Antwort.</translation>
    </message>
    <message>
        <source>A 401 must say in www-authenticate how to sign in; this one does not.</source>
        <translation>Eine 401 muss in www-authenticate sagen, wie man sich anmeldet; diese tut es nicht.</translation>
    </message>
    <message>
        <source>A 407 must say in proxy-authenticate how to sign in; this one does not.</source>
        <translation>Eine 407 muss in proxy-authenticate sagen, wie man sich anmeldet; diese tut es nicht.</translation>
    </message>
    <message>
        <source>A 405 must list in allow what is allowed; this one does not.</source>
        <translation>Eine 405 muss in allow aufzählen, was erlaubt ist; diese tut es nicht.</translation>
    </message>
    <message>
        <source>A redirect should say where to in location; this one does not.</source>
        <translation>Eine Umleitung sollte in location sagen, wohin; diese tut es nicht.</translation>
    </message>
    <message>
        <source>There is content, but no content-type says what it is: receivers guess.</source>
        <translation>Es gibt Inhalt, aber kein content-type sagt, was er ist: Empfänger raten.</translation>
    </message>
    <message>
        <source>There is no date: a server with a clock must send one.</source>
        <translation>Es fehlt date: ein Server mit einer Uhr muss es senden.</translation>
    </message>
    <message>
        <source>etag is %1, without the quotation marks that belong to it.</source>
        <translation>etag ist %1, ohne die Anführungszeichen, die dazugehören.</translation>
    </message>
    <message>
        <source>vary is *: no cache can use this response for another request.</source>
        <translation>vary ist *: kein Cache kann diese Antwort für eine andere Anfrage nutzen.</translation>
    </message>
    <message>
        <source>cache-control has %1 more than once with different values.</source>
        <translation>cache-control enthält %1 mehrmals mit verschiedenen Werten.</translation>
    </message>
    <message>
        <source>%1 in cache-control is not a number of seconds; caches take the response for stale.</source>
        <translation>%1 in cache-control ist keine Zahl von Sekunden; Caches halten die Antwort für veraltet.</translation>
    </message>
    <message>
        <source>The cookie %1 says SameSite=None without Secure: browsers refuse it.</source>
        <translation>Das Cookie %1 sagt SameSite=None ohne Secure: Browser lehnen es ab.</translation>
    </message>
    <message>
        <source>The cookie %1 lacks Secure: it is sent over plain http, too.</source>
        <translation>Dem Cookie %1 fehlt Secure: es geht auch über unverschlüsseltes http.</translation>
    </message>
    <message>
        <source>The cookie %1 lacks HttpOnly: scripts of the page can read it.</source>
        <translation>Dem Cookie %1 fehlt HttpOnly: Skripte der Seite können es lesen.</translation>
    </message>
    <message>
        <source>Caches: none may keep this response (no-store).</source>
        <translation>Caches: keiner darf diese Antwort behalten (no-store).</translation>
    </message>
    <message>
        <source>Caches: they may keep it, but must ask the server before every use (no-cache).</source>
        <translation>Caches: sie dürfen sie behalten, müssen aber vor jeder Nutzung den Server fragen (no-cache).</translation>
    </message>
    <message>
        <source>Caches: only that of the user may keep it, none that is shared (private).</source>
        <translation>Caches: nur der des Nutzers darf sie behalten, kein geteilter (private).</translation>
    </message>
    <message>
        <source>Caches: it is fresh for %1 (max-age)</source>
        <translation>Caches: frisch für %1 (max-age)</translation>
    </message>
    <message>
        <source>; age says that %1 of it are over</source>
        <translation>; laut age sind davon %1 vorbei</translation>
    </message>
    <message>
        <source>; in a shared cache for %1 (s-maxage)</source>
        <translation>; in einem geteilten Cache für %1 (s-maxage)</translation>
    </message>
    <message>
        <source>Caches: it is fresh for %1 (expires).</source>
        <translation>Caches: frisch für %1 (expires).</translation>
    </message>
    <message>
        <source>Caches: it is stale from the start (expires): they ask the server before every use.</source>
        <translation>Caches: von Anfang an veraltet (expires): sie fragen vor jeder Nutzung den Server.</translation>
    </message>
    <message>
        <source>Caches: nothing says that they may keep it, so they do not.</source>
        <translation>Caches: nichts sagt, dass sie sie behalten dürfen, also tun sie es nicht.</translation>
    </message>
    <message>
        <source>Caches: nothing says how long it is fresh, so they may guess: usually a tenth of its age, here %1.</source>
        <translation>Caches: nichts sagt, wie lange sie frisch ist, also dürfen sie raten: üblich ist ein Zehntel ihres Alters, hier %1.</translation>
    </message>
    <message>
        <source>Caches: nothing says how long it is fresh, so they may guess.</source>
        <translation>Caches: nichts sagt, wie lange sie frisch ist, also dürfen sie raten.</translation>
    </message>
    <message>
        <source>x-content-type-options is %1; browsers know nosniff alone, and go on guessing types.</source>
        <translation>x-content-type-options ist %1; Browser kennen allein nosniff und raten den Typ weiterhin.</translation>
    </message>
    <message>
        <source>Neither frame-ancestors in content-security-policy nor x-frame-options is there: any page may show this one in a frame.</source>
        <translation>Weder frame-ancestors in content-security-policy noch x-frame-options ist da: jede Seite darf diese in einem Rahmen zeigen.</translation>
    </message>
    <message>
        <source>There is no strict-transport-security: a browser may come by plain http next time.</source>
        <translation>Es fehlt strict-transport-security: ein Browser kommt das nächste Mal vielleicht über unverschlüsseltes http.</translation>
    </message>
    <message>
        <source>strict-transport-security has no effect over plain http.</source>
        <translation>strict-transport-security wirkt nicht über unverschlüsseltes http.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>&amp;Anfrage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>HTTP &amp;version</source>
        <translation>HTTP-&amp;Version</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Farben: %1</translation>
    </message>
    <message>
        <source>HTTP version: %1</source>
        <translation>HTTP-Version: %1</translation>
    </message>
    <message>
        <source>&amp;Copy request as</source>
        <translation>Anfrage &amp;kopieren als</translation>
    </message>
    <message>
        <source>Copy request as: %1</source>
        <translation>Anfrage kopieren als: %1</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Bib&amp;liothek</translation>
    </message>
    <message>
        <source>E&amp;xport call as</source>
        <translation>Aufruf e&amp;xportieren als</translation>
    </message>
    <message>
        <source>Library: %1</source>
        <translation>Bibliothek: %1</translation>
    </message>
    <message>
        <source>Export call as: %1</source>
        <translation>Aufruf exportieren als: %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ArrivalChart</name>
    <message>
        <source>Arrival of the body</source>
        <translation>Ankunft des Bodys</translation>
    </message>
    <message>
        <source>Arrival %1 at %2: %3 from octet %4</source>
        <extracomment>%1 the number of an arrival, %2 a time, %3 a size, %4 an offset</extracomment>
        <translation>Ankunft %1 nach %2: %3 ab Oktett %4</translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation>Noch ist nichts eingetroffen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrival(s)</source>
        <translation>
            <numerusform>%Ln Ankunft</numerusform>
            <numerusform>%Ln Ankünfte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::AuthForm</name>
    <message>
        <source>As the folder says</source>
        <translation>Wie der Ordner sagt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Basic: name and password</source>
        <translation>Basic: Name und Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Another Authorization header</source>
        <translation>Ein anderes Authorization-Feld</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>&amp;Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>In a header</source>
        <translation>In einem Feld</translation>
    </message>
    <message>
        <source>In the URL’s query</source>
        <translation>In der Query der URL</translation>
    </message>
    <message>
        <source>Where the key goes</source>
        <translation>Wohin der Schlüssel kommt</translation>
    </message>
    <message>
        <source>S&amp;ent</source>
        <translation>Gesend&amp;et</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
</context>
<context>
    <name>sonde::ui::AuthPage</name>
    <message>
        <source>Inherited from “%1”: %2. It is added when the request is sent; other programs that read this file do not know of it.</source>
        <translation>Von „%1“ übernommen: %2. Es kommt beim Senden hinzu; andere Programme, die diese Datei lesen, wissen nichts davon.</translation>
    </message>
    <message>
        <source>“%1” writes %2 into its requests. This one does not have it, so nothing is sent.</source>
        <translation>„%1“ schreibt %2 in seine Anfragen. Dieser fehlt es, darum wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Write it into this request</source>
        <translation>In diese Anfrage schreiben</translation>
    </message>
    <message>
        <source>As “%1” says; it is written into this request, so other programs send the same.</source>
        <translation>Wie „%1“ sagt; es steht in dieser Anfrage, darum senden andere Programme dasselbe.</translation>
    </message>
    <message>
        <source>This request has its own. “%1” says %2.</source>
        <translation>Diese Anfrage hat ihr Eigenes. „%1“ sagt %2.</translation>
    </message>
    <message>
        <source>Use that of “%1”</source>
        <translation>Das von „%1“ nehmen</translation>
    </message>
    <message>
        <source>Neither the request nor its folder says who you are, so nothing is sent.</source>
        <translation>Weder die Anfrage noch ihr Ordner sagt, wer Sie sind, darum wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Stands in the file as a header: Authorization: %1</source>
        <translation>Steht in der Datei als Feld: Authorization: %1</translation>
    </message>
    <message>
        <source>Stands in the file as %1</source>
        <translation>Steht in der Datei als %1</translation>
    </message>
    <message>
        <source>This secret will stand in the file for everybody to read. Put it into a private environment and write {{token}} here.</source>
        <translation>Dieses Geheimnis wird in der Datei stehen, für alle zu lesen. Legen Sie es in eine private Umgebung und schreiben Sie hier {{token}}.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyContent</name>
    <message>
        <source>Nothing of the body arrived.</source>
        <translation>Vom Body ist nichts angekommen.</translation>
    </message>
    <message>
        <source>A response to HEAD has no body.</source>
        <translation>Eine Antwort auf HEAD hat keinen Body.</translation>
    </message>
    <message>
        <source>A response with status %1 has no body.</source>
        <translation>Eine Antwort mit Status %1 hat keinen Body.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Der Body ist leer.</translation>
    </message>
    <message>
        <source>This is a part of the body: %1 of %2 arrived.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>Das ist nur ein Teil des Bodys: %1 von %2 sind angekommen.</translation>
    </message>
    <message>
        <source>This may be a part of the body: the response ended with an error.</source>
        <translation>Das ist vielleicht nur ein Teil des Bodys: Die Antwort endete mit einem Fehler.</translation>
    </message>
    <message>
        <source>Cancelled: this is the part of the body that had arrived, %1.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Abgebrochen: Das ist der Teil des Bodys, der bis dahin kam, %1.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyFile</name>
    <message>
        <source>there is no folder for temporary files</source>
        <translation>es gibt keinen Ordner für vorläufige Dateien</translation>
    </message>
    <message>
        <source>the desktop has no program for it</source>
        <translation>die Arbeitsumgebung hat kein Programm dafür</translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyPage</name>
    <message>
        <source>This request is sent without a body. Choose a kind above to add one.</source>
        <translation>Diese Anfrage wird ohne Body gesendet. Oben lässt sich eine Art wählen.</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>Formularfelder</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>The file is read while it is sent; it may be of any size.</source>
        <translation>Die Datei wird beim Senden gelesen; sie darf beliebig groß sein.</translation>
    </message>
    <message>
        <source>Lay the JSON out afresh</source>
        <translation>JSON neu einrücken</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>The media type, sent as Content-Type</source>
        <translation>Der Medientyp, gesendet als Content-Type</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation>Mehrteilig</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>Art des Bodys</translation>
    </message>
    <message>
        <source>Not valid JSON in line %1</source>
        <translation>Kein gültiges JSON in Zeile %1</translation>
    </message>
    <message>
        <source>The variables are no JSON object</source>
        <translation>Die Variablen sind kein JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyPane</name>
    <message>
        <source>Pretty</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Formatted for reading</source>
        <translation>Zum Lesen formatiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>As it was received</source>
        <translation>So wie empfangen</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Octet by octet</source>
        <translation>Byte für Byte</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Keep the end in sight while the body grows</source>
        <translation>Das Ende im Blick behalten, während der Body wächst</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in body (%1)</source>
        <translation>Im Body suchen (%1)</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Body kopieren</translation>
    </message>
    <message>
        <source>Copy the whole body</source>
        <translation>Den ganzen Body kopieren</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>Body speichern</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>The body could not be saved to %1: %2</source>
        <translation>Der Body konnte nicht in %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>%1 are too much for the clipboard; a file can take them.</source>
        <translation>%1 sind zu viel für die Zwischenablage; eine Datei kann sie aufnehmen.</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>In Datei speichern…</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Values in their order, to open and close</source>
        <translation>Werte in ihrer Reihenfolge, zum Auf- und Zuklappen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What arrived when: events, lines or pieces</source>
        <translation>Was wann eintraf: Ereignisse, Zeilen oder Stücke</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The picture or the page</source>
        <translation>Das Bild oder die Seite</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>Show when each part of the body arrived</source>
        <translation>Zeigen, wann jeder Teil des Bodys eintraf</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>Mit einer Datei vergleichen</translation>
    </message>
    <message>
        <source>This body</source>
        <translation>Dieser Body</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with the body</source>
        <translation>Was sonst mit dem Body zu tun ist</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Save as shown…</source>
        <translation>Sichern wie gezeigt…</translation>
    </message>
    <message>
        <source>Save as received…</source>
        <translation>Sichern wie empfangen…</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>The desktop might run “%1” as a program instead of showing it.</source>
        <translation>Die Arbeitsumgebung könnte „%1“ als Programm ausführen, statt es zu zeigen.</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>The body could not be opened elsewhere: %1.</source>
        <translation>Der Body ließ sich nicht anderswo öffnen: %1.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show what the octets at the cursor are as numbers and characters</source>
        <translation>Zeigen, was die Oktette an der Schreibmarke als Zahlen und Zeichen sind</translation>
    </message>
    <message>
        <source>Save the body to a file…, or drag it out of the window from here</source>
        <translation>Den Body in eine Datei sichern… oder von hier aus dem Fenster ziehen</translation>
    </message>
    <message>
        <source>There is no body.</source>
        <translation>Es gibt keinen Body.</translation>
    </message>
    <message>
        <source>jq is not installed. The package “jq” brings it; JSONPath needs none.</source>
        <translation>jq ist nicht installiert. Das Paket „jq“ bringt es mit; JSONPath braucht keines.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only what an expression of JSONPath or jq selects</source>
        <translation>Nur zeigen, was ein Ausdruck in JSONPath oder jq auswählt</translation>
    </message>
    <message>
        <source>JSONPath and jq select from JSON; this body is none.</source>
        <translation>JSONPath und jq wählen aus JSON aus; dieser Body ist keines.</translation>
    </message>
    <message>
        <source>This is not JSON from octet %1 on, in row %2: %3</source>
        <extracomment>%1 counts octets, %2 rows; %3 is a sentence</extracomment>
        <translation>Das ist ab Oktett %1, in Zeile %2, kein JSON: %3</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Die Stelle zeigen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyView</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>Keine Zeile mit Treffer</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CertificateTable</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Zwischenzertifikat</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reached: the handshake ended before it</source>
        <translation>Nicht erreicht: Der Handshake endete vorher</translation>
    </message>
    <message>
        <source>Trusted: chain, dates and name are right</source>
        <translation>Vertrauenswürdig: Kette, Daten und Name stimmen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Gescheitert: %1</translation>
    </message>
    <message>
        <source>NOT VERIFIED, as asked: %1</source>
        <translation>NICHT GEPRÜFT, wie gewünscht: %1</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>Zertifikatskette</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Zertifikat sichern</translation>
    </message>
    <message>
        <source>Save the certificate chain</source>
        <translation>Zertifikatskette sichern</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the certificate as PEM</source>
        <translation>Zertifikat als PEM kopieren</translation>
    </message>
    <message>
        <source>Copy the chain as PEM</source>
        <translation>Kette als PEM kopieren</translation>
    </message>
    <message>
        <source>Save the certificate as PEM…</source>
        <translation>Zertifikat als PEM sichern…</translation>
    </message>
    <message>
        <source>Save the chain as PEM…</source>
        <translation>Kette als PEM sichern…</translation>
    </message>
    <message>
        <source>It is within its dates</source>
        <translation>Es gilt zu dieser Zeit</translation>
    </message>
    <message>
        <source>It names this host</source>
        <translation>Es nennt diesen Host</translation>
    </message>
    <message>
        <source>Somebody trusted vouches for it</source>
        <translation>Jemand, dem vertraut wird, bürgt dafür</translation>
    </message>
    <message>
        <source>Its key is long enough</source>
        <translation>Sein Schlüssel ist lang genug</translation>
    </message>
    <message>
        <source>Its signature cannot be forged</source>
        <translation>Seine Signatur ist nicht zu fälschen</translation>
    </message>
    <message>
        <source>It is as it has to be otherwise</source>
        <translation>Es ist auch sonst, wie es sein muss</translation>
    </message>
    <message>
        <source>Trusted as the certificate that was chosen for this host; dates and name are right</source>
        <translation>Vertrauenswürdig als das Zertifikat, das für diesen Host gewählt wurde; Daten und Name stimmen</translation>
    </message>
    <message>
        <source>not needed: it was chosen for this host</source>
        <translation>nicht nötig: Es wurde für diesen Host gewählt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangeDialog</name>
    <message>
        <source>Change of each arm</source>
        <translation>Änderung jedes Arms</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Two runs against one another</source>
        <translation>Zwei Messungen gegeneinander</translation>
    </message>
    <message>
        <source>The two runs have no arm in common.</source>
        <translation>Die beiden Messungen haben keinen Arm gemeinsam.</translation>
    </message>
    <message>
        <source>The runs were taken at different times, so that whatever else changed in between is part of these numbers.</source>
        <translation>Die Messungen stammen aus verschiedenen Zeiten; was sich sonst dazwischen änderte, steckt in diesen Zahlen.</translation>
    </message>
    <message>
        <source>They also differ in %1.</source>
        <extracomment>%1 lists what two runs do not have in common</extracomment>
        <translation>Sie unterscheiden sich auch in %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangeList</name>
    <message>
        <source>open already</source>
        <translation>war schon offen</translation>
    </message>
    <message>
        <source>opened for it</source>
        <translation>dafür geöffnet</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From Send to the end</source>
        <translation>Vom Senden bis zum Ende</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Request head on the wire</source>
        <translation>Anfragekopf auf der Leitung</translation>
    </message>
    <message>
        <source>Request body on the wire</source>
        <translation>Anfrage-Body auf der Leitung</translation>
    </message>
    <message>
        <source>Response head on the wire</source>
        <translation>Antwortkopf auf der Leitung</translation>
    </message>
    <message>
        <source>Response body on the wire</source>
        <translation>Antwort-Body auf der Leitung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>the same octets</source>
        <translation>dieselben Oktette</translation>
    </message>
    <message>
        <source>other octets</source>
        <translation>andere Oktette</translation>
    </message>
    <message>
        <source>same length, not compared</source>
        <translation>gleich lang, nicht verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n header field(s) differ</source>
        <translation>
            <numerusform>%n Kopffeld verschieden</numerusform>
            <numerusform>%n Kopffelder verschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>differing: %1</source>
        <extracomment>%1 are the names of header fields</extracomment>
        <translation>verschieden: %1</translation>
    </message>
    <message>
        <source>%1 faster</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>%1 schneller</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>%1 langsamer</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Requests of the chain</source>
        <translation>Anfragen der Kette</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Response fields that differ</source>
        <translation>Verschiedene Antwortfelder</translation>
    </message>
    <message>
        <source>Trailer fields that differ</source>
        <translation>Verschiedene Trailer-Felder</translation>
    </message>
    <message>
        <source>Request fields that differ, as sent</source>
        <translation>Verschiedene Anfragefelder, wie gesendet</translation>
    </message>
    <message>
        <source>connection was open already</source>
        <translation>Verbindung war schon offen</translation>
    </message>
    <message>
        <source>connection had to be opened</source>
        <translation>Verbindung musste geöffnet werden</translation>
    </message>
    <message>
        <source>same body</source>
        <translation>gleicher Body</translation>
    </message>
    <message>
        <source>another body</source>
        <translation>anderer Body</translation>
    </message>
    <message>
        <source>body of the same length</source>
        <translation>gleich langer Body</translation>
    </message>
    <message>
        <source>ALPN chose %1</source>
        <extracomment>%1 is the name of a protocol; ALPN is how client and server agree on one within TLS</extracomment>
        <translation>ALPN wählte %1</translation>
    </message>
    <message>
        <source>pinned by the request</source>
        <translation>von der Anfrage festgelegt</translation>
    </message>
    <message>
        <source>the server asked for HTTP/1.1</source>
        <translation>der Server verlangte HTTP/1.1</translation>
    </message>
    <message>
        <source>prior knowledge</source>
        <translation>Vorwissen</translation>
    </message>
    <message>
        <source>no TLS, so no choice</source>
        <translation>ohne TLS keine Wahl</translation>
    </message>
    <message>
        <source>the server chose none</source>
        <translation>der Server wählte keines</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangesLine</name>
    <message>
        <source>Since the response before: %1</source>
        <translation>Gegenüber der vorigen Antwort: %1</translation>
    </message>
    <message>
        <source>Shows what changed since the response before, row by row</source>
        <translation>Zeigt, was sich seit der vorigen Antwort geändert hat, Zeile für Zeile</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangesModel</name>
    <message>
        <source>%1, differs</source>
        <extracomment>%1 is what is compared, read aloud</extracomment>
        <translation>%1, verschieden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Response before</source>
        <translation>Vorige Antwort</translation>
    </message>
    <message>
        <source>This response</source>
        <translation>Diese Antwort</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangesView</name>
    <message>
        <source>Changes since the response before</source>
        <translation>Unterschiede zur vorigen Antwort</translation>
    </message>
    <message>
        <source>A look at one sending each: times differ from one to the next by chance alone.</source>
        <translation>Ein Blick auf je eine Sendung: Zeiten schwanken schon durch Zufall von einer zur nächsten.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CharsetButton</name>
    <message>
        <source>Character set: %1</source>
        <translation>Zeichensatz: %1</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>Von Ihnen gewählt.</translation>
    </message>
    <message>
        <source>Told by the byte order mark.</source>
        <translation>Sagt die Bytereihenfolge-Markierung (BOM).</translation>
    </message>
    <message>
        <source>Told by the Content-Type field.</source>
        <translation>Sagt das Feld Content-Type.</translation>
    </message>
    <message>
        <source>Guessed from the octets.</source>
        <translation>Aus den Oktetten erraten.</translation>
    </message>
    <message>
        <source>Nothing tells; this reads every octet.</source>
        <translation>Nichts sagt es; so ist jedes Oktett lesbar.</translation>
    </message>
    <message>
        <source>The text is read as %1. %2</source>
        <translation>Der Text wird als %1 gelesen. %2</translation>
    </message>
    <message>
        <source>As found: %1</source>
        <translation>Wie gefunden: %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CodeEdit</name>
    <message>
        <source>Body text</source>
        <translation>Text des Bodys</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionDelegate</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionDesk</name>
    <message>
        <source>The sample collection could not be written to %1. Check that the folder can be written.</source>
        <translation>Die Beispielsammlung konnte nicht nach %1 geschrieben werden. Ist der Ordner beschreibbar?</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1 has no request at that place any more. Read the folders again.</source>
        <translation>In %1 gibt es an dieser Stelle keine Anfrage mehr. Die Ordner müssen neu gelesen werden.</translation>
    </message>
    <message>
        <source>Only a part of this folder is shown: it holds more than 100,000 requests or names, or folders more than 16 deep.</source>
        <translation>Nur ein Teil dieses Ordners ist gezeigt: Er enthält mehr als 100.000 Anfragen oder Namen oder Ordner tiefer als 16 Ebenen.</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Once it is back, its requests are shown again.</source>
        <translation>Der Ordner %1 ist nicht da. Sobald er zurück ist, sind seine Anfragen wieder zu sehen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionModel</name>
    <message>
        <source>Changed since the last commit</source>
        <translation>Seit dem letzten Commit geändert</translation>
    </message>
    <message>
        <source>New since the last commit</source>
        <translation>Seit dem letzten Commit neu</translation>
    </message>
    <message>
        <source>A merge left a conflict here</source>
        <translation>Ein Merge hat hier einen Konflikt hinterlassen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionPanel</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>No requests here yet. Open a folder of .http files, or save a request into one.</source>
        <translation>Hier gibt es noch keine Anfragen. Öffnen Sie einen Ordner mit .http-Dateien, oder speichern Sie eine Anfrage in einem.</translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation>Ordner neu lesen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Requests of the collections</source>
        <translation>Anfragen der Sammlungen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation>
            <numerusform>%1 von %n Anfrage</numerusform>
            <numerusform>%1 von %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove from the sidebar</source>
        <translation>Aus der Seitenleiste &amp;entfernen</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Read the folders &amp;again</source>
        <translation>Ordner &amp;neu lesen</translation>
    </message>
    <message>
        <source>R&amp;un this folder…</source>
        <translation>Diesen Ordner &amp;ausführen…</translation>
    </message>
    <message>
        <source>R&amp;un this file…</source>
        <translation>Diese Datei &amp;ausführen…</translation>
    </message>
    <message>
        <source>New request, file or folder</source>
        <translation>Neue Anfrage, Datei oder neuer Ordner</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CommandPalette</name>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Nichts mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::CompareWindow</name>
    <message>
        <source>Compare %1 – Sonde</source>
        <extracomment>The title of a window: %1 is a request whose versions are compared.</extracomment>
        <translation>%1 vergleichen – Sonde</translation>
    </message>
    <message>
        <source>Sections of the comparison</source>
        <translation>Abschnitte des Vergleichs</translation>
    </message>
    <message>
        <source>First look</source>
        <translation>Erster Blick</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Credentials were left out when this run was saved (%1): it can be read, not repeated.</source>
        <translation>Beim Sichern dieser Messung blieben Zugangsdaten draußen (%1): Sie lässt sich lesen, nicht wiederholen.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), the first %1</source>
        <extracomment>%1 is the first of them</extracomment>
        <translation>
            <numerusform>%n Anfrage, die erste %1</numerusform>
            <numerusform>%n Anfragen, die erste %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionView</name>
    <message>
        <source>the URL names it</source>
        <translation>sie steht in der URL</translation>
    </message>
    <message>
        <source>an override in the options</source>
        <translation>eine Vorgabe in den Optionen</translation>
    </message>
    <message>
        <source>the resolver of this computer</source>
        <translation>die Namensauflösung dieses Rechners</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>Warum dieses</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Addresses from</source>
        <translation>Adressen aus</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) so far</source>
        <translation>
            <numerusform>bisher %n Anfrage</numerusform>
            <numerusform>bisher %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; of this chain: %2</source>
        <extracomment>%1 &quot;3 requests so far&quot;, %2 numbers of requests: &quot;1, 2&quot;</extracomment>
        <translation>%1; aus dieser Kette: %2</translation>
    </message>
    <message>
        <source>trying</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>connected in %1</source>
        <translation>nach %1 verbunden</translation>
    </message>
    <message>
        <source>failed after %1: %2</source>
        <translation>nach %1 gescheitert: %2</translation>
    </message>
    <message>
        <source>given up: another address was faster</source>
        <translation>aufgegeben: Eine andere Adresse war schneller</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Wie sie zustande kam</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Trug</translation>
    </message>
    <message>
        <source>Asked of the proxy</source>
        <translation>Vom Proxy verlangt</translation>
    </message>
    <message>
        <source>The proxy answered</source>
        <translation>Der Proxy antwortete</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Least round trip</source>
        <translation>Kleinste Umlaufzeit</translation>
    </message>
    <message>
        <source>Congestion control</source>
        <translation>Staukontrolle</translation>
    </message>
    <message>
        <source>Congestion window</source>
        <translation>Staufenster</translation>
    </message>
    <message>
        <source>%1 segments of %2 octets</source>
        <translation>%1 Segmente zu %2 Oktetten</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Nochmals gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s): something was lost on the way</source>
        <translation>
            <numerusform>%n Segment: Unterwegs ging etwas verloren</numerusform>
            <numerusform>%n Segmente: Unterwegs ging etwas verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses tried</source>
        <translation>Versuchte Adressen</translation>
    </message>
    <message>
        <source>TCP, as the kernel sees it</source>
        <translation>TCP, wie der Kernel es sieht</translation>
    </message>
    <message>
        <source>TCP, moment by moment</source>
        <translation>TCP, Augenblick für Augenblick</translation>
    </message>
    <message>
        <source>The request ended before it had a connection.</source>
        <translation>Die Anfrage endete, bevor sie eine Verbindung hatte.</translation>
    </message>
    <message>
        <source>The request has no connection yet.</source>
        <translation>Die Anfrage hat noch keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionsModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>never opened</source>
        <translation>nie geöffnet</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>geschlossen: %1</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>öffnet</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>untätig seit %1</translation>
    </message>
    <message>
        <source>closing: takes no more requests</source>
        <translation>schließt: nimmt keine Anfragen mehr an</translation>
    </message>
    <message>
        <source>a request that no tab shows</source>
        <translation>eine Anfrage, die kein Tab zeigt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet von</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Eigene Adresse</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionsWindow</name>
    <message>
        <source>Connections – Sonde</source>
        <translation>Verbindungen – Sonde</translation>
    </message>
    <message>
        <source>No connection is open. One is made when a request is sent, and is kept for a while in case another goes the same way.</source>
        <translation>Keine Verbindung ist offen. Beim Senden einer Anfrage entsteht eine, und sie bleibt eine Weile, falls eine andere denselben Weg nimmt.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Requests on this connection</source>
        <translation>Anfragen auf dieser Verbindung</translation>
    </message>
    <message>
        <source>Send on a &amp;new connection</source>
        <translation>Auf &amp;neuer Verbindung senden</translation>
    </message>
    <message>
        <source>Send the request in front on a connection that is made for it alone</source>
        <translation>Die Anfrage im Vordergrund auf einer Verbindung senden, die nur für sie geöffnet wird</translation>
    </message>
    <message>
        <source>&amp;Forget closed</source>
        <translation>Geschlossene &amp;vergessen</translation>
    </message>
    <message>
        <source>Take those that are closed off the list</source>
        <translation>Die geschlossenen aus der Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close the selected connections; HTTP/2 says GOAWAY. Requests on them are cancelled.</source>
        <translation>Die gewählten Verbindungen schließen; HTTP/2 sagt GOAWAY. Anfragen darauf werden abgebrochen.</translation>
    </message>
    <message>
        <source>Close &amp;all</source>
        <translation>&amp;Alle schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n open connection(s)</source>
        <translation>
            <numerusform>%n offene Verbindung</numerusform>
            <numerusform>%n offene Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No open connection</source>
        <translation>Keine offene Verbindung</translation>
    </message>
    <message>
        <source>Go to the request</source>
        <translation>Zur Anfrage gehen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Send on a new connection</source>
        <translation>Auf neuer Verbindung senden</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DefaultsDialog</name>
    <message>
        <source>Says nothing</source>
        <translation>Sagt nichts</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Write it into the requests</source>
        <translation>In die Anfragen &amp;schreiben</translation>
    </message>
    <message>
        <source>Add it when a request is &amp;sent</source>
        <translation>Beim Senden &amp;hinzufügen</translation>
    </message>
    <message>
        <source>For all requests of “%1”</source>
        <translation>Für alle Anfragen von „%1“</translation>
    </message>
    <message>
        <source>Every program that reads these files sends the same. When it changes here, the requests follow; what a request says itself stays.</source>
        <translation>Jedes Programm, das diese Dateien liest, sendet dasselbe. Ändert es sich hier, folgen die Anfragen; was eine Anfrage selbst sagt, bleibt.</translation>
    </message>
    <message>
        <source>The files stay as they are. Other programs do not know of it and send without it.</source>
        <translation>Die Dateien bleiben, wie sie sind. Andere Programme wissen nichts davon und senden ohne.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DetailTable</name>
    <message>
        <source>Octets of the field on the wire</source>
        <translation>Oktette des Felds auf der Leitung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Gesendet als</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DetailView</name>
    <message>
        <source>Octets of the frame</source>
        <translation>Oktette des Frames</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the detail of this frame as text</source>
        <translation>Alles zu diesem Frame als Text kopieren</translation>
    </message>
    <message>
        <source>Detail of the frame</source>
        <translation>Alles zu diesem Frame</translation>
    </message>
    <message>
        <source>%1 more are not here: content stands in the body</source>
        <translation>%1 weitere stehen nicht hier: Inhalt steht unter Body</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DifferenceModel</name>
    <message numerus="yes">
        <source>%Ln equal row(s)</source>
        <translation>
            <numerusform>%Ln gleiche Zeile</numerusform>
            <numerusform>%Ln gleiche Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>nur im ersten</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>nur im zweiten</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DifferenceWindow</name>
    <message>
        <source>Ignore the order of arrays</source>
        <translation>Reihenfolge in Arrays nicht beachten</translation>
    </message>
    <message>
        <source>Bodies compared</source>
        <translation>Verglichene Bodys</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 the name of a body, %2 its size</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Row by row, as the bodies are</source>
        <translation>Zeile für Zeile, wie die Bodys sind</translation>
    </message>
    <message>
        <source>Laid out</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Row by row, both formatted for reading</source>
        <translation>Zeile für Zeile, beide zum Lesen formatiert</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Values of JSON by their paths</source>
        <translation>JSON-Werte nach ihren Pfaden</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Octet by octet</source>
        <translation>Byte für Byte</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht…</translation>
    </message>
    <message>
        <source>More than a million values: compare them laid out.</source>
        <translation>Mehr als eine Million Werte: Vergleichen Sie formatiert.</translation>
    </message>
    <message>
        <source>Laid out, both are the same.</source>
        <translation>Formatiert sind beide gleich.</translation>
    </message>
    <message>
        <source>Every octet is the same.</source>
        <translation>Jedes Oktett ist gleich.</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) differ</source>
        <translation>
            <numerusform>%Ln Stelle unterscheidet sich</numerusform>
            <numerusform>%Ln Stellen unterscheiden sich</numerusform>
        </translation>
    </message>
    <message>
        <source>compared at equal offsets</source>
        <translation>an gleichen Stellen verglichen</translation>
    </message>
    <message>
        <source>more than is compared</source>
        <translation>mehr, als verglichen wird</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln row(s) were compared</source>
        <translation>
            <numerusform>die erste %Ln Zeile wurde verglichen</numerusform>
            <numerusform>die ersten %Ln Zeilen wurden verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>where very much differs, stretches count as replaced</source>
        <translation>wo sehr viel verschieden ist, gelten Strecken als ersetzt</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::DocumentPage</name>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>The environment “%1” is locked, and %2 may change something there.</source>
        <translation>Die Umgebung „%1“ ist gesperrt, und %2 kann dort etwas ändern.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>%1: expected %2, got %3</source>
        <extracomment>%1 an assertion such as &quot;status == 200&quot;; %2 and %3 values</extracomment>
        <translation>%1: erwartet %2, erhalten %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n assertion(s) failed.</source>
        <translation>
            <numerusform>%1 von %n Prüfung ist fehlgeschlagen.</numerusform>
            <numerusform>%1 von %n Prüfungen sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assertion(s) passed</source>
        <translation>
            <numerusform>%n Prüfung bestanden</numerusform>
            <numerusform>%n Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>kept %1 from the response</source>
        <extracomment>%1 names of variables</extracomment>
        <translation>%1 aus der Antwort behalten</translation>
    </message>
    <message>
        <source>%1 was changed by another program and is shown as it is now</source>
        <translation>%1 wurde von einem anderen Programm geändert und wird gezeigt, wie es jetzt ist</translation>
    </message>
    <message>
        <source>This request is no longer in %1. What you see here is kept.</source>
        <translation>Diese Anfrage steht nicht mehr in %1. Was hier zu sehen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Add it to the file again</source>
        <translation>Wieder an die Datei anhängen</translation>
    </message>
    <message>
        <source>Another program has changed this request in %1, and so have you. Nothing was overwritten.</source>
        <translation>Ein anderes Programm hat diese Anfrage in %1 geändert, und hier wurde sie auch geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Save mine as another request</source>
        <translation>Meine als weitere Anfrage speichern</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EngineBackend</name>
    <message>
        <source>Playground at %1</source>
        <translation>Spielplatz auf %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EnvironmentBox</name>
    <message>
        <source>No environment</source>
        <translation>Keine Umgebung</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>Choose the environment whose variables are filled in</source>
        <translation>Die Umgebung wählen, deren Variablen eingesetzt werden</translation>
    </message>
    <message>
        <source>Variables are filled in from “%1”</source>
        <translation>Variablen werden aus „%1“ eingesetzt</translation>
    </message>
    <message>
        <source>Locked: asks before it sends what may change something</source>
        <translation>Gesperrt: fragt nach, bevor etwas gesendet wird, das etwas ändern kann</translation>
    </message>
    <message>
        <source>&amp;Ask before changing something there</source>
        <translation>Vor &amp;Änderungen dort nachfragen</translation>
    </message>
    <message>
        <source>&amp;Forget captured values</source>
        <translation>Behaltene Werte &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Edit environments…</source>
        <translation>Umgebungen &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EnvironmentColour</name>
    <message>
        <source>None</source>
        <extracomment>No colour of its own</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EnvironmentDelegate</name>
    <message>
        <source>Where the variable is kept</source>
        <translation>Wo die Variable aufbewahrt wird</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EnvironmentEditor</name>
    <message>
        <source>Environments of %1</source>
        <translation>Umgebungen von %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>Name of a new environment</source>
        <translation>Name einer neuen Umgebung</translation>
    </message>
    <message>
        <source>Add the environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>Remove the environment</source>
        <translation>Umgebung entfernen</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Alle Umgebungen</translation>
    </message>
    <message>
        <source>Ctrl+Space shows or hides a value, Delete removes a variable</source>
        <translation>Strg+Leertaste zeigt oder verbirgt einen Wert, Entf entfernt eine Variable</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>No keychain answers on this computer, so secrets go to an encrypted file of your own. How is it to be locked?</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund, darum kommen Geheimnisse in eine eigene verschlüsselte Datei. Wie soll sie verschlossen werden?</translation>
    </message>
    <message>
        <source>Private variables go to http-client.private.env.json, which is meant to stay on this computer: keep it out of version control. Secret ones go to the keychain or, where none answers, to an encrypted file; the shared file says only that there is one. The user file is http-client.env.json.user, of Visual Studio.</source>
        <translation>Private Variablen kommen in http-client.private.env.json, die auf diesem Rechner bleiben soll: Halten Sie sie aus der Versionsverwaltung heraus. Geheime kommen in den Schlüsselbund oder, wo keiner antwortet, in eine verschlüsselte Datei; die gemeinsame Datei sagt nur, dass es sie gibt. Die User-Datei ist http-client.env.json.user, von Visual Studio.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EnvironmentModel</name>
    <message>
        <source>Add a variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>Wert zeigen</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Wert verbergen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>User file</source>
        <translation>User-Datei</translation>
    </message>
    <message>
        <source>The name is there twice: a private value beats one of the user file, and that beats a shared one.</source>
        <translation>Der Name ist zweimal da: Ein privater Wert geht vor einem der User-Datei, und der vor einem gemeinsamen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ErrorPage</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Certificates, as the server sent them</source>
        <translation>Zertifikate, wie der Server sie gesendet hat</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>It ended %1; the cause lies %2.</source>
        <extracomment>%1 is a moment, &quot;while connecting&quot;; %2 says by whose hand, &quot;on the other side&quot;</extracomment>
        <translation>Es endete %1; die Ursache liegt %2.</translation>
    </message>
    <message>
        <source>Whether the server acted on the request is not known.</source>
        <translation>Ob der Server die Anfrage ausgeführt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Show the handshake</source>
        <translation>Handshake zeigen</translation>
    </message>
    <message>
        <source>Safe to send again: the request was not processed, or twice is as good as once.</source>
        <translation>Gefahrlos wiederholbar: Die Anfrage wurde nicht verarbeitet, oder zweimal ist so gut wie einmal.</translation>
    </message>
    <message>
        <source>The request itself was not sent.</source>
        <translation>Die Anfrage selbst wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ErrorText</name>
    <message>
        <source>The URL cannot be read</source>
        <translation>Die URL ist nicht lesbar</translation>
    </message>
    <message>
        <source>A URL is a scheme, a host and a path: https://host/path. Spaces and unfinished brackets are the usual slips.</source>
        <translation>Eine URL besteht aus Schema, Host und Pfad: https://host/pfad. Meist sind Leerzeichen oder offene Klammern schuld.</translation>
    </message>
    <message>
        <source>The URL has a scheme that cannot be sent</source>
        <translation>Die URL hat ein Schema, das sich nicht senden lässt</translation>
    </message>
    <message>
        <source>Only http and https go over the wire here.</source>
        <translation>Hier gehen nur http und https über die Leitung.</translation>
    </message>
    <message>
        <source>The method is not a valid word</source>
        <translation>Die Methode ist kein gültiges Wort</translation>
    </message>
    <message>
        <source>A method is letters, digits and a few signs, without spaces.</source>
        <translation>Eine Methode besteht aus Buchstaben, Ziffern und wenigen Zeichen, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>A header field cannot be sent as it is</source>
        <translation>Ein Header-Feld lässt sich so nicht senden</translation>
    </message>
    <message>
        <source>A field name has no spaces or colons, and a value has no line breaks: either would let one field pose as another.</source>
        <translation>Ein Feldname enthält weder Leerzeichen noch Doppelpunkte, ein Wert keine Zeilenumbrüche: Sonst könnte sich ein Feld als ein anderes ausgeben.</translation>
    </message>
    <message>
        <source>This HTTP version cannot be used here</source>
        <translation>Diese HTTP-Version passt hier nicht</translation>
    </message>
    <message>
        <source>The version chosen in the options does not go with this URL.</source>
        <translation>Die in den Optionen gewählte Version passt nicht zu dieser URL.</translation>
    </message>
    <message>
        <source>Two options contradict each other</source>
        <translation>Zwei Optionen widersprechen sich</translation>
    </message>
    <message>
        <source>The sentence above names them; switch one off.</source>
        <translation>Der Satz oben nennt sie; eine davon muss weg.</translation>
    </message>
    <message>
        <source>A variable has no value</source>
        <translation>Eine Variable hat keinen Wert</translation>
    </message>
    <message>
        <source>Give it one in the environment or in the request, or choose another environment.</source>
        <translation>Sie braucht einen in der Umgebung oder in der Anfrage, oder es hilft eine andere Umgebung.</translation>
    </message>
    <message>
        <source>A file of the request is missing</source>
        <translation>Eine Datei der Anfrage fehlt</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted after it was chosen.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, nachdem sie gewählt war.</translation>
    </message>
    <message>
        <source>A file of the request cannot be read</source>
        <translation>Eine Datei der Anfrage ist nicht lesbar</translation>
    </message>
    <message>
        <source>Its permissions or its disk do not allow it.</source>
        <translation>Ihre Rechte oder ihr Datenträger lassen es nicht zu.</translation>
    </message>
    <message>
        <source>A file changed while it was sent</source>
        <translation>Eine Datei hat sich beim Senden geändert</translation>
    </message>
    <message>
        <source>The size announced to the server no longer fits, so sending was stopped rather than finished wrongly.</source>
        <translation>Die dem Server angekündigte Größe stimmt nicht mehr; das Senden wurde angehalten, statt falsch zu enden.</translation>
    </message>
    <message>
        <source>The output cannot be written</source>
        <translation>Die Ausgabe lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The folder is missing or its permissions do not allow it.</source>
        <translation>Der Ordner fehlt oder seine Rechte lassen es nicht zu.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Bodies above a megabyte are kept on disk while they are shown. What arrived so far is kept.</source>
        <translation>Bodys über einem Megabyte liegen auf dem Datenträger, solange sie gezeigt werden. Was bisher ankam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The host name could not be found</source>
        <translation>Der Hostname wurde nicht gefunden</translation>
    </message>
    <message>
        <source>No resolver knows this name. A slip in the name, a VPN that is off or a name that only exists in another network are the usual causes.</source>
        <translation>Keine Namensauflösung kennt diesen Namen. Meist ist es ein Tippfehler, ein ausgeschaltetes VPN oder ein Name, den es nur in einem anderen Netz gibt.</translation>
    </message>
    <message>
        <source>The name servers did not answer</source>
        <translation>Die Nameserver haben nicht geantwortet</translation>
    </message>
    <message>
        <source>The name may well exist: asking for it failed. Check the network.</source>
        <translation>Den Namen kann es durchaus geben: Die Frage danach ist gescheitert. Steht die Netzverbindung?</translation>
    </message>
    <message>
        <source>The connection was refused</source>
        <translation>Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>The computer answered that nobody listens on this port. Is the server running, and is the port right?</source>
        <translation>Der Rechner antwortet, dass auf diesem Port niemand lauscht. Läuft der Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>The host cannot be reached</source>
        <translation>Der Host ist nicht erreichbar</translation>
    </message>
    <message>
        <source>There is no way to this address from here: the network is off, or a router on the way gave up.</source>
        <translation>Von hier führt kein Weg zu dieser Adresse: Das Netz ist aus, oder ein Router unterwegs hat aufgegeben.</translation>
    </message>
    <message>
        <source>No connection could be made</source>
        <translation>Es kam keine Verbindung zustande</translation>
    </message>
    <message>
        <source>Every address of the host was tried; the list of attempts is under Timing.</source>
        <translation>Alle Adressen des Hosts wurden versucht; die Liste steht unter Zeiten.</translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation>Der Proxy hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>The proxy answered, but would not open a tunnel to this host.</source>
        <translation>Der Proxy hat geantwortet, will aber keinen Tunnel zu diesem Host öffnen.</translation>
    </message>
    <message>
        <source>The proxy could not be reached</source>
        <translation>Der Proxy war nicht erreichbar</translation>
    </message>
    <message>
        <source>Check its address in the options, or go without it.</source>
        <translation>Stimmt seine Adresse in den Optionen? Sonst geht es auch ohne ihn.</translation>
    </message>
    <message>
        <source>The proxy speaks something else</source>
        <translation>Der Proxy spricht etwas anderes</translation>
    </message>
    <message>
        <source>What listens there does not answer as a proxy of this kind does.</source>
        <translation>Was dort lauscht, antwortet nicht wie ein Proxy dieser Art.</translation>
    </message>
    <message>
        <source>The TLS handshake failed</source>
        <translation>Der TLS-Handshake ist gescheitert</translation>
    </message>
    <message>
        <source>Both sides found no way to speak safely: no common version or cipher, a client certificate that is asked for, or no TLS on this port at all.</source>
        <translation>Beide Seiten fanden keinen sicheren Weg: keine gemeinsame Version oder Verschlüsselung, ein verlangtes Client-Zertifikat oder gar kein TLS auf diesem Port.</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>Its chain does not end at an authority that this computer trusts. A self-signed certificate or one of a company network are the usual causes; so is somebody who listens in.</source>
        <translation>Seine Kette endet bei keiner Stelle, der dieser Rechner vertraut. Meist ist es selbst signiert oder stammt aus einem Firmennetz; vielleicht hört aber auch jemand mit.</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>The server&apos;s operator has to renew it. If its dates look right, check the clock of this computer.</source>
        <translation>Der Betreiber des Servers muss es erneuern. Sehen die Daten richtig aus, geht vielleicht die Uhr dieses Rechners falsch.</translation>
    </message>
    <message>
        <source>The certificate is not valid yet</source>
        <translation>Das Zertifikat ist noch nicht gültig</translation>
    </message>
    <message>
        <source>Its first day lies in the future. Check the clock of this computer.</source>
        <translation>Sein erster Tag liegt in der Zukunft. Geht die Uhr dieses Rechners richtig?</translation>
    </message>
    <message>
        <source>The certificate is for another name</source>
        <translation>Das Zertifikat gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>Who answered cannot prove to be the host in the URL. The names it may use are in the table.</source>
        <translation>Wer geantwortet hat, kann nicht beweisen, der Host aus der URL zu sein. Die erlaubten Namen stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>The certificate is not valid</source>
        <translation>Das Zertifikat ist ungültig</translation>
    </message>
    <message>
        <source>A certificate of the chain breaks a rule; the table marks it.</source>
        <translation>Ein Zertifikat der Kette verletzt eine Regel; die Tabelle markiert es.</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used</source>
        <translation>Die Datei mit den vertrauten Stellen ist unbrauchbar</translation>
    </message>
    <message>
        <source>It has to hold certificates in PEM form.</source>
        <translation>Sie muss Zertifikate im PEM-Format enthalten.</translation>
    </message>
    <message>
        <source>The client certificate cannot be used</source>
        <translation>Das Client-Zertifikat ist unbrauchbar</translation>
    </message>
    <message>
        <source>Certificate and key have to be readable and to belong together.</source>
        <translation>Zertifikat und Schlüssel müssen lesbar sein und zusammengehören.</translation>
    </message>
    <message>
        <source>The server does not speak this HTTP version</source>
        <translation>Der Server spricht diese HTTP-Version nicht</translation>
    </message>
    <message>
        <source>The version is pinned in the options, and a pin never falls back to another one silently. Choose Auto to take what the server offers.</source>
        <translation>Die Version ist in den Optionen festgelegt und weicht nie stillschweigend auf eine andere aus. „Automatisch“ nimmt, was der Server anbietet.</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer</source>
        <translation>Der Server hat die Verbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>Not one octet of a response arrived. A crash of the server, TLS on a port without it, or a guard in between are the usual causes.</source>
        <translation>Nicht ein Byte einer Antwort kam an. Meist ist der Server abgestürzt, der Port spricht kein TLS, oder etwas dazwischen blockt ab.</translation>
    </message>
    <message>
        <source>The response ends too early</source>
        <translation>Die Antwort endet zu früh</translation>
    </message>
    <message>
        <source>The connection ended before everything announced had arrived. What came is under Body.</source>
        <translation>Die Verbindung endete, bevor alles Angekündigte da war. Was ankam, steht unter Body.</translation>
    </message>
    <message>
        <source>The request could not be sent to its end</source>
        <translation>Die Anfrage ließ sich nicht zu Ende senden</translation>
    </message>
    <message>
        <source>The other side stopped taking octets.</source>
        <translation>Die Gegenseite nahm keine Bytes mehr an.</translation>
    </message>
    <message>
        <source>The connection broke while receiving</source>
        <translation>Die Verbindung brach beim Empfangen ab</translation>
    </message>
    <message>
        <source>What had arrived by then is kept.</source>
        <translation>Was bis dahin ankam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The answer is not HTTP</source>
        <translation>Die Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>What the server sent cannot be read as a response. Another kind of server on this port is the usual cause.</source>
        <translation>Was der Server sendet, lässt sich nicht als Antwort lesen. Meist lauscht auf diesem Port ein anderer Dienst.</translation>
    </message>
    <message>
        <source>The response is larger than is reasonable</source>
        <translation>Die Antwort ist größer, als vernünftig wäre</translation>
    </message>
    <message>
        <source>A part of it went over a limit that guards this computer; the sentence above says which.</source>
        <translation>Ein Teil überschritt eine Grenze, die diesen Rechner schützt; der Satz oben sagt, welche.</translation>
    </message>
    <message>
        <source>The server reset the stream</source>
        <translation>Der Server hat den Stream zurückgesetzt</translation>
    </message>
    <message>
        <source>HTTP/2 lets one side end a single exchange while the connection goes on; the code in the details says why.</source>
        <translation>In HTTP/2 kann eine Seite einen einzelnen Austausch beenden, während die Verbindung weiterläuft; der Code in den Einzelheiten sagt, warum.</translation>
    </message>
    <message>
        <source>The server is closing the connection</source>
        <translation>Der Server schließt die Verbindung</translation>
    </message>
    <message>
        <source>It announced that it takes no more requests on this connection.</source>
        <translation>Er hat angekündigt, auf dieser Verbindung keine Anfragen mehr anzunehmen.</translation>
    </message>
    <message>
        <source>The other side broke a rule of the protocol</source>
        <translation>Die Gegenseite hat eine Regel des Protokolls verletzt</translation>
    </message>
    <message>
        <source>Going on would mean guessing, so the exchange was stopped.</source>
        <translation>Weiterzumachen hieße raten, darum wurde der Austausch angehalten.</translation>
    </message>
    <message>
        <source>The body cannot be decompressed</source>
        <translation>Der Body lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>It is announced as compressed, but does not read as such. Switch decoding off in the options to see it as it is.</source>
        <translation>Er ist als komprimiert angekündigt, liest sich aber nicht so. Ohne Dekodierung (in den Optionen) ist er so zu sehen, wie er ist.</translation>
    </message>
    <message>
        <source>The body has a coding that is not known here</source>
        <translation>Der Body hat eine hier unbekannte Kodierung</translation>
    </message>
    <message>
        <source>Switch decoding off in the options to see it as it is.</source>
        <translation>Ohne Dekodierung (in den Optionen) ist er so zu sehen, wie er ist.</translation>
    </message>
    <message>
        <source>The body inflates beyond reason</source>
        <translation>Der Body bläht sich übermäßig auf</translation>
    </message>
    <message>
        <source>A few octets became very many: a common way to fill a memory or a disk. Go on only if you know the server.</source>
        <translation>Aus wenigen Bytes wurden sehr viele: ein üblicher Weg, Speicher oder Datenträger zu füllen. Nur fortfahren, wenn der Server bekannt ist.</translation>
    </message>
    <message>
        <source>Connecting took too long</source>
        <translation>Das Verbinden dauerte zu lange</translation>
    </message>
    <message>
        <source>Looking up, connecting and securing together went over the connect timeout. A firewall that drops packets is the usual cause.</source>
        <translation>Namensauflösung, Verbinden und Absichern dauerten zusammen länger als erlaubt. Meist verwirft eine Firewall die Pakete.</translation>
    </message>
    <message>
        <source>The server took too long to answer</source>
        <translation>Der Server antwortete zu spät</translation>
    </message>
    <message>
        <source>The request was sent, and nothing came back within the time to the first octet.</source>
        <translation>Die Anfrage ist gesendet, aber in der Zeit bis zum ersten Byte kam nichts zurück.</translation>
    </message>
    <message>
        <source>The response stalled</source>
        <translation>Die Antwort ist ins Stocken geraten</translation>
    </message>
    <message>
        <source>Nothing arrived for longer than the idle timeout allows. What came before is kept.</source>
        <translation>Länger als erlaubt kam nichts mehr an. Was vorher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The exchange took too long</source>
        <translation>Der Austausch dauerte zu lange</translation>
    </message>
    <message>
        <source>It went over the total timeout, redirects included. What came before is kept.</source>
        <translation>Er überschritt die Gesamtzeit, Weiterleitungen eingeschlossen. Was vorher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>Zu viele Weiterleitungen</translation>
    </message>
    <message>
        <source>The server keeps sending us on, often in a circle: a missing cookie or two servers that disagree about http and https.</source>
        <translation>Der Server schickt uns immer weiter, oft im Kreis: ein fehlendes Cookie oder zwei Server, die sich über http und https uneinig sind.</translation>
    </message>
    <message>
        <source>The redirect leads nowhere</source>
        <translation>Die Weiterleitung führt ins Leere</translation>
    </message>
    <message>
        <source>The address it names cannot be followed.</source>
        <translation>Der genannten Adresse kann man nicht folgen.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The body cannot be sent a second time</source>
        <translation>Der Body lässt sich kein zweites Mal senden</translation>
    </message>
    <message>
        <source>A redirect or a retry asks for it again, but it came from a source that can be read only once.</source>
        <translation>Eine Weiterleitung oder Wiederholung verlangt ihn erneut, er kam aber aus einer Quelle, die sich nur einmal lesen lässt.</translation>
    </message>
    <message>
        <source>Something went wrong inside Sonde</source>
        <translation>In Sonde selbst ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>This should not happen. The details help to find out why.</source>
        <translation>Das sollte nicht passieren. Die Einzelheiten helfen, den Grund zu finden.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Retry once unverified</source>
        <translation>Einmal ungeprüft wiederholen</translation>
    </message>
    <message>
        <source>Trust for this host…</source>
        <translation>Für diesen Host vertrauen…</translation>
    </message>
    <message>
        <source>Wait longer</source>
        <translation>Länger warten</translation>
    </message>
    <message>
        <source>Go on without the limit</source>
        <translation>Ohne Grenze fortfahren</translation>
    </message>
    <message>
        <source>before anything was sent</source>
        <translation>vor dem Senden</translation>
    </message>
    <message>
        <source>while waiting for a connection</source>
        <translation>beim Warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>while looking up the host name</source>
        <translation>bei der Namensauflösung</translation>
    </message>
    <message>
        <source>while connecting</source>
        <translation>beim Verbinden</translation>
    </message>
    <message>
        <source>while talking to the proxy</source>
        <translation>im Gespräch mit dem Proxy</translation>
    </message>
    <message>
        <source>during the TLS handshake</source>
        <translation>im TLS-Handshake</translation>
    </message>
    <message>
        <source>while sending the request</source>
        <translation>beim Senden der Anfrage</translation>
    </message>
    <message>
        <source>while waiting for the response</source>
        <translation>beim Warten auf die Antwort</translation>
    </message>
    <message>
        <source>while receiving the head</source>
        <translation>beim Empfang des Kopfes</translation>
    </message>
    <message>
        <source>while receiving the body</source>
        <translation>beim Empfang des Bodys</translation>
    </message>
    <message>
        <source>while storing the body</source>
        <translation>beim Ablegen des Bodys</translation>
    </message>
    <message>
        <source>on this side</source>
        <translation>auf dieser Seite</translation>
    </message>
    <message>
        <source>on the other side</source>
        <translation>auf der Gegenseite</translation>
    </message>
    <message>
        <source>The server speaks another protocol here</source>
        <translation>Der Server spricht hier ein anderes Protokoll</translation>
    </message>
    <message>
        <source>What it sent belongs to TLS or to another HTTP version than the one asked for, and Sonde never falls back silently: choose another scheme or version.</source>
        <translation>Was er sandte, gehört zu TLS oder zu einer anderen HTTP-Version als der verlangten, und Sonde weicht nie stillschweigend aus: ein anderes Schema oder eine andere Version wählen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EventModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type and id</source>
        <translation>Typ und Kennung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
</context>
<context>
    <name>sonde::ui::EventsPage</name>
    <message>
        <source>Content of the event</source>
        <translation>Inhalt des Ereignisses</translation>
    </message>
    <message>
        <source>Text of all events</source>
        <translation>Text aller Ereignisse</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What all events say together, as a model&apos;s answer or a log is read</source>
        <translation>Was alle Ereignisse zusammen sagen, wie man die Antwort eines Modells oder ein Protokoll liest</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrival(s)</source>
        <translation>
            <numerusform>%Ln Ankunft</numerusform>
            <numerusform>%Ln Ankünfte</numerusform>
        </translation>
    </message>
    <message>
        <source>on average every %1</source>
        <translation>im Mittel alle %1</translation>
    </message>
    <message>
        <source>longest gap %1, before no. %2</source>
        <extracomment>%1 is a time, %2 the number of a row</extracomment>
        <translation>längste Pause %1, vor Nr. %2</translation>
    </message>
    <message>
        <source>%1 of an event that has not ended</source>
        <translation>%1 eines Ereignisses, das nicht zu Ende ist</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>How long the gaps are, and how much came when</source>
        <translation>Wie lang die Abstände sind und wann wie viel kam</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Send the request again; no event had an id to go on from</source>
        <translation>Die Anfrage noch einmal senden; kein Ereignis hatte eine Kennung, von der es weitergehen könnte</translation>
    </message>
    <message>
        <source>Send the request again with Last-Event-ID: %1</source>
        <translation>Die Anfrage noch einmal senden, mit Last-Event-ID: %1</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Sofort verbinden</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connects again in %1, as the server asked</source>
        <translation>Verbindet neu in %1, wie der Server es wünscht</translation>
    </message>
    <message>
        <source>There is no room for plots: make the pane higher, or close what else is open in it</source>
        <translation>Für Diagramme ist kein Platz: den Bereich höher ziehen oder schließen, was sonst darin offen ist</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ExchangeWindow</name>
    <message>
        <source>%1 – Sonde</source>
        <extracomment>The title of a window that shows one response: %1 is which.</extracomment>
        <translation>%1 – Sonde</translation>
    </message>
    <message>
        <source>Request of the batch</source>
        <translation>Anfrage des Bündels</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ExportDialog</name>
    <message>
        <source>&amp;Evidence bundle (.sonde)</source>
        <translation>&amp;Beweisbündel (.sonde)</translation>
    </message>
    <message>
        <source>&amp;HTTP archive (.har)</source>
        <translation>&amp;HTTP-Archiv (.har)</translation>
    </message>
    <message>
        <source>&amp;Packet capture (.pcapng)</source>
        <translation>&amp;Paketmitschnitt (.pcapng)</translation>
    </message>
    <message>
        <source>TLS session &amp;keys (.keys)</source>
        <translation>TLS-Sitzungs&amp;schlüssel (.keys)</translation>
    </message>
    <message>
        <source>Everything that was recorded. Sonde opens it again, anywhere and offline, with every view as it is here.</source>
        <translation>Alles, was aufgezeichnet wurde. Sonde öffnet es überall und ohne Netz wieder, mit jeder Ansicht wie hier.</translation>
    </message>
    <message>
        <source>Heads, bodies and times for browsers and other tools. It has no place for frames, windows and octets.</source>
        <translation>Köpfe, Bodys und Zeiten für Browser und andere Werkzeuge. Für Frames, Fenster und Oktette ist darin kein Platz.</translation>
    </message>
    <message>
        <source>Every octet as packets for Wireshark. What went through TLS is in the clear; the TCP around it is made up.</source>
        <translation>Jedes Oktett als Pakete für Wireshark. Was durch TLS ging, steht im Klartext; das TCP darum ist nachgebildet.</translation>
    </message>
    <message>
        <source>Decrypts what somebody captured of this call on the network. It is nothing but secrets.</source>
        <translation>Entschlüsselt, was jemand von diesem Aufruf im Netz mitgeschnitten hat. Es besteht nur aus Geheimnissen.</translation>
    </message>
    <message>
        <source>With &amp;secrets</source>
        <translation>Mit &amp;Geheimnissen</translation>
    </message>
    <message>
        <source>Export this call</source>
        <translation>Diesen Aufruf exportieren</translation>
    </message>
    <message>
        <source>There are none: this call did not go through TLS, or it was recorded without them.</source>
        <translation>Es gibt keine: Dieser Aufruf ging nicht durch TLS, oder er wurde ohne sie aufgezeichnet.</translation>
    </message>
    <message>
        <source>To &amp;file:</source>
        <translation>In die &amp;Datei:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keys cannot be masked. Whoever has them reads this traffic.</source>
        <translation>Schlüssel lassen sich nicht verdecken. Wer sie hat, liest diesen Verkehr.</translation>
    </message>
    <message>
        <source>Credentials, cookies and keys go into the file as they went over the wire. Take care whom you give it to.</source>
        <translation>Zugangsdaten, Cookies und Schlüssel kommen so in die Datei, wie sie über die Leitung gingen. Achten Sie darauf, wem Sie sie geben.</translation>
    </message>
    <message>
        <source>Credentials, cookies and what a name calls a key are masked.</source>
        <translation>Zugangsdaten, Cookies und was dem Namen nach ein Schlüssel ist, werden verdeckt.</translation>
    </message>
    <message>
        <source>“%1” is there already and will be replaced.</source>
        <translation>„%1“ gibt es schon und wird ersetzt.</translation>
    </message>
    <message>
        <source>Evidence bundles (*.sonde);;HTTP archives (*.har);;Packet captures (*.pcapng);;Session keys (*.keys);;All files (*)</source>
        <translation>Beweisbündel (*.sonde);;HTTP-Archive (*.har);;Paketmitschnitte (*.pcapng);;Sitzungsschlüssel (*.keys);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Keys cannot be masked: tick this to export them. Whoever has them reads this traffic.</source>
        <translation>Schlüssel lassen sich nicht verdecken: Zum Exportieren dies hier ankreuzen. Wer sie hat, liest diesen Verkehr.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Path of the file, or drop it here</source>
        <translation>Pfad der Datei, oder Datei hierher ziehen</translation>
    </message>
    <message>
        <source>File path</source>
        <translation>Dateipfad</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FindBar</name>
    <message>
        <source>Find in body</source>
        <translation>Im Body suchen</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Suchtext</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>No match so far</source>
        <translation>Bisher kein Treffer</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression, as Perl writes them</source>
        <translation>Regulärer Ausdruck, wie in Perl</translation>
    </message>
    <message>
        <source>Show only the rows that match</source>
        <translation>Nur die Zeilen mit Treffern zeigen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>No rows are shown: “%1” cannot be looked for.</source>
        <translation>Keine Zeilen zu sehen: Nach „%1“ lässt sich nicht suchen.</translation>
    </message>
    <message>
        <source>No row of this body matches “%1”.</source>
        <translation>Keine Zeile dieses Bodys passt auf „%1“.</translation>
    </message>
    <message>
        <source>No row that has arrived so far matches “%1”.</source>
        <translation>Keine der bisher angekommenen Zeilen passt auf „%1“.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FindingTable</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Was aufgefallen ist</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>%1 section %2</source>
        <extracomment>%1 a document such as &quot;RFC 9110&quot;, %2 the number of a section of it, such as &quot;5.3&quot;</extracomment>
        <translation>%1 Abschnitt %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FittedTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>sonde::ui::Format</name>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number with separators, %n the same number for the plural form</extracomment>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>octets in a second</extracomment>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FrameTable</name>
    <message>
        <source>Milliseconds since this request was made; before it, negative</source>
        <translation>Millisekunden, seit diese Anfrage gestellt wurde; davor negativ</translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation>Zeit, ms</translation>
    </message>
    <message>
        <source>↔</source>
        <extracomment>heading of the column with the arrows</extracomment>
        <translation>↔</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::FramesPane</name>
    <message>
        <source>Filter: stream:1 type:DATA dir:in len&gt;1000 text</source>
        <translation>Filter: stream:1 type:DATA dir:in len&gt;1000 Text</translation>
    </message>
    <message>
        <source>Filter frames</source>
        <translation>Frames filtern</translation>
    </message>
    <message>
        <source>This request only</source>
        <translation>Nur diese Anfrage</translation>
    </message>
    <message>
        <source>Hide what belongs to the connection and to its other requests</source>
        <translation>Verbergen, was der Verbindung und ihren anderen Anfragen gehört</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln Frame</numerusform>
            <numerusform>%Ln Frames</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many frames a filter lets through: &quot;12 of 4,310&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy all rows shown</source>
        <translation>Alle gezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Go to the next frame about which a rule has something to say</source>
        <translation>Zum nächsten Frame, zu dem eine Regel etwas sagt</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits the filter. Words that are none of its keys are looked for as text.</source>
        <translation>Nichts passt zum Filter. Wörter, die keiner seiner Schlüssel sind, werden als Text gesucht.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::GotoBar</name>
    <message>
        <source>Go to a row or an octet</source>
        <translation>Zu einer Zeile oder einem Oktett gehen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Octet</source>
        <translation>Oktett</translation>
    </message>
    <message>
        <source>What the number counts</source>
        <translation>Was die Zahl zählt</translation>
    </message>
    <message>
        <source>Number to go to</source>
        <translation>Zahl, zu der gegangen wird</translation>
    </message>
    <message>
        <source>Number, or 0x and hexadecimal</source>
        <translation>Zahl, oder 0x und hexadezimal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (%1)</source>
        <translation>Schließen (%1)</translation>
    </message>
    <message>
        <source>Write a number such as 1200 or 0x4B0.</source>
        <translation>Schreiben Sie eine Zahl wie 1200 oder 0x4B0.</translation>
    </message>
    <message>
        <source>There is no row %1 here.</source>
        <translation>Eine Zeile %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There are %1 octets here.</source>
        <translation>Hier gibt es %1 Oktette.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::GraphQlPage</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>GraphQL query</source>
        <translation>GraphQL-Abfrage</translation>
    </message>
    <message>
        <source>Variables, as a JSON object</source>
        <translation>Variablen, als JSON-Objekt</translation>
    </message>
    <message>
        <source>Variables of the query</source>
        <translation>Variablen der Abfrage</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 on the wire</source>
        <translation>%1, %2 auf der Leitung</translation>
    </message>
    <message>
        <source>Request as sent: %1</source>
        <translation>Anfrage wie gesendet: %1</translation>
    </message>
    <message>
        <source>Request, not sent: %1</source>
        <translation>Anfrage, nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Interim: %1</source>
        <translation>Zwischenantwort: %1</translation>
    </message>
    <message>
        <source>Response: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Never indexed: no proxy may remember it</source>
        <translation>Nie indiziert: Kein Proxy darf es sich merken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Gesendet als</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersView</name>
    <message>
        <source>Filter by name or value</source>
        <translation>Nach Name oder Wert filtern</translation>
    </message>
    <message>
        <source>Filter headers</source>
        <translation>Header filtern</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many header fields a filter lets through: &quot;12 of 4,310&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name: value</source>
        <translation>Name: Wert kopieren</translation>
    </message>
    <message>
        <source>Copy all headers</source>
        <translation>Alle Header kopieren</translation>
    </message>
    <message>
        <source>Open as a new request</source>
        <translation>Als neue Anfrage öffnen</translation>
    </message>
    <message>
        <source>Show all headers</source>
        <translation>Alle Header zeigen</translation>
    </message>
    <message>
        <source>No field has “%1” in its name or value.</source>
        <translation>Kein Feld hat „%1“ im Namen oder Wert.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HexInspector</name>
    <message>
        <source>Octets at the cursor</source>
        <translation>Oktette an der Schreibmarke</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Octet %1 (0x%2)</source>
        <extracomment>%1 an offset, %2 the same in hexadecimal</extracomment>
        <translation>Oktett %1 (0x%2)</translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <extracomment>%1 a place, %2 a size</extracomment>
        <translation>%1, %2 ausgewählt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::History</name>
    <message>
        <source>no response</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 a day, %2 a time of day</extracomment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) with redirects and retries</source>
        <translation>
            <numerusform>%n Anfrage mit Weiterleitungen und Wiederholungen</numerusform>
            <numerusform>%n Anfragen mit Weiterleitungen und Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 of the body were kept</source>
        <translation>Nur die ersten %1 des Bodys wurden aufbewahrt</translation>
    </message>
    <message>
        <source>A quotation mark is missing at the end of %1.</source>
        <translation>Am Ende von %1 fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1: nothing stands behind it yet.</source>
        <translation>%1: Dahinter steht noch nichts.</translation>
    </message>
    <message>
        <source>%1: a status is a number such as 404, a class such as 4xx, or none.</source>
        <translation>%1: Ein Status ist eine Zahl wie 404, eine Klasse wie 4xx oder none.</translation>
    </message>
    <message>
        <source>%1: a time is a number with ms, s or min, as in time&gt;500ms.</source>
        <translation>%1: Eine Zeit ist eine Zahl mit ms, s oder min, wie in time&gt;500ms.</translation>
    </message>
    <message>
        <source>%1: a size is a number with kb, mb or gb, as in size&gt;10kb.</source>
        <translation>%1: Eine Größe ist eine Zahl mit kb, mb oder gb, wie in size&gt;10kb.</translation>
    </message>
    <message>
        <source>%1: a day is written 2026-11-01, today, yesterday or 7d.</source>
        <translation>%1: Ein Tag wird 2026-11-01, today, yesterday oder 7d geschrieben.</translation>
    </message>
    <message>
        <source>%1: an HTTP version is 1.0, 1.1 or 2.</source>
        <translation>%1: Eine HTTP-Version ist 1.0, 1.1 oder 2.</translation>
    </message>
    <message>
        <source>%1: what can be asked is is:pinned, is:failed, is:redirected and is:cut.</source>
        <translation>%1: Gefragt werden kann nach is:pinned, is:failed, is:redirected und is:cut.</translation>
    </message>
    <message>
        <source>%1: this has no order. Write a colon.</source>
        <translation>%1: Hierfür gibt es keine Reihenfolge. Schreiben Sie einen Doppelpunkt.</translation>
    </message>
    <message>
        <source>A filter has at most 4,096 characters and 64 words.</source>
        <translation>Ein Filter hat höchstens 4.096 Zeichen und 64 Wörter.</translation>
    </message>
    <message>
        <source>%1: there is no such word before a colon. In quotation marks it is text.</source>
        <translation>%1: Ein solches Wort vor dem Doppelpunkt gibt es nicht. In Anführungszeichen ist es Text.</translation>
    </message>
    <message>
        <source>from a run</source>
        <translation>aus einem Lauf</translation>
    </message>
    <message>
        <source>From a run</source>
        <translation>Aus einem Lauf</translation>
    </message>
    <message>
        <source>%1: a call is from:send, sent on its own, or from:run.</source>
        <translation>%1: Ein Aufruf ist from:send, für sich gesendet, oder from:run.</translation>
    </message>
    <message>
        <source>Words that must all hold: status:5xx, method:POST, host:example, url:/orders, header:etag, body:text, name:login, time&gt;500ms, size&gt;10kb, version:2, on:today, after:2026-11-01, before:7d, from:run, is:pinned, is:failed, any text. A comma means or, a minus in front means not: -status:2xx,304. Words of three letters or more are looked for in header fields and bodies, too.</source>
        <translation>Wörter, die alle zutreffen müssen: status:5xx, method:POST, host:example, url:/orders, header:etag, body:text, name:login, time&gt;500ms, size&gt;10kb, version:2, on:today, after:2026-11-01, before:7d, from:run, is:pinned, is:failed, beliebiger Text. Ein Komma heißt oder, ein Minus davor heißt nicht: -status:2xx,304. Wörter ab drei Buchstaben werden auch in Feldern und Bodys gesucht.</translation>
    </message>
    <message>
        <source>today at %1</source>
        <extracomment>%1 a time of day; within a sentence</extracomment>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <extracomment>%1 a time of day; within a sentence</extracomment>
        <translation>gestern um %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HistoryMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Co&amp;mpare the two</source>
        <translation>Die beiden ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Choose two calls: Ctrl and a click adds one</source>
        <translation>Zwei Aufrufe wählen: Strg und ein Klick nimmt einen hinzu</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Ablösen</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>Only &amp;this request</source>
        <translation>Nur &amp;diese Anfrage</translation>
    </message>
    <message>
        <source>Copy &amp;URL</source>
        <translation>&amp;URL kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>Als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show the calls of all requests again</source>
        <translation>Wieder die Aufrufe aller Anfragen zeigen</translation>
    </message>
    <message>
        <source>Filter history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>What can be done with the history</source>
        <translation>Was mit dem Verlauf zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Clear history</source>
        <translation>Verlauf &amp;leeren</translation>
    </message>
    <message>
        <source>History &amp;settings…</source>
        <translation>&amp;Einstellungen des Verlaufs…</translation>
    </message>
    <message>
        <source>Calls of the history</source>
        <translation>Aufrufe des Verlaufs</translation>
    </message>
    <message>
        <source>Only %1</source>
        <extracomment>%1 is the name of a request</extracomment>
        <translation>Nur %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n call(s)</source>
        <translation>
            <numerusform>%1 von %n Aufruf</numerusform>
            <numerusform>%1 von %n Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is like this. Esc clears the filter.</source>
        <translation>Kein Aufruf ist so. Esc leert den Filter.</translation>
    </message>
    <message>
        <source>The history is off: what you send is not kept.</source>
        <translation>Der Verlauf ist aus: Was Sie senden, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Every call you send is kept here, without passwords, tokens and cookies.</source>
        <translation>Noch wurde nichts gesendet. Jeder Aufruf, den Sie senden, wird hier aufbewahrt, ohne Passwörter, Token und Cookies.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) deleted.</source>
        <translation>
            <numerusform>%n Aufruf gelöscht.</numerusform>
            <numerusform>%n Aufrufe gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HopSelector</name>
    <message>
        <source>Requests of this chain</source>
        <translation>Anfragen dieser Kette</translation>
    </message>
    <message>
        <source>Requests of this call</source>
        <translation>Anfragen dieses Aufrufs</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HopTable</name>
    <message>
        <source>another server</source>
        <translation>ein anderer Server</translation>
    </message>
    <message>
        <source>no longer encrypted</source>
        <translation>nicht mehr verschlüsselt</translation>
    </message>
    <message>
        <source>without %1</source>
        <extracomment>%1 names of header fields</extracomment>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>nochmals gesendet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Changed since the one before</source>
        <translation>Was sich seit der vorigen geändert hat</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since Send</source>
        <translation>Seit dem Senden</translation>
    </message>
</context>
<context>
    <name>sonde::ui::HpackPane</name>
    <message>
        <source>Dynamic table</source>
        <translation>Dynamische Tabelle</translation>
    </message>
    <message>
        <source>→ What we sent</source>
        <translation>→ Was wir sandten</translation>
    </message>
    <message>
        <source>← What we received</source>
        <translation>← Was wir empfingen</translation>
    </message>
    <message>
        <source>The table for header fields of requests</source>
        <translation>Die Tabelle für Kopffelder von Anfragen</translation>
    </message>
    <message>
        <source>The table for header fields of responses</source>
        <translation>Die Tabelle für Kopffelder von Antworten</translation>
    </message>
    <message>
        <source>Header before</source>
        <translation>Kopf davor</translation>
    </message>
    <message>
        <source>Go to the header section before</source>
        <translation>Zum Kopf davor</translation>
    </message>
    <message>
        <source>Next header</source>
        <translation>Nächster Kopf</translation>
    </message>
    <message>
        <source>Go to the next header section</source>
        <translation>Zum nächsten Kopf</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <translation>Die Tabelle als Text kopieren</translation>
    </message>
    <message>
        <source>HTTP/1 sends header fields as they are: there is no table.</source>
        <translation>HTTP/1 sendet Kopffelder, wie sie sind: es gibt keine Tabelle.</translation>
    </message>
    <message>
        <source>After frame %1 the table holds %2 of %3 octets.</source>
        <translation>Nach Frame %1 enthält die Tabelle %2 von %3 Oktetten.</translation>
    </message>
    <message numerus="yes">
        <source>%n header section(s) so far took %1; as HTTP/1.1 text they take %2: %3 % saved.</source>
        <translation>
            <numerusform>%n Kopf bis hierher brauchte %1; als HTTP/1.1-Text sind es %2: %3 % gespart.</numerusform>
            <numerusform>%n Köpfe bis hierher brauchten %1; als HTTP/1.1-Text sind es %2: %3 % gespart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::HpackTable</name>
    <message>
        <source>+ new</source>
        <translation>+ neu</translation>
    </message>
    <message>
        <source>− evicted</source>
        <translation>− verdrängt</translation>
    </message>
    <message>
        <source>frame %1, stream %2</source>
        <translation>Frame %1, Stream %2</translation>
    </message>
    <message>
        <source>Octets as RFC 7541 section 4.1 counts: name, value and 32 more</source>
        <translation>Oktette, wie RFC 7541 Abschnitt 4.1 zählt: Name, Wert und 32 dazu</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Put there by</source>
        <translation>Hineingelegt von</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ImportDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>What cannot be carried</source>
        <translation>Was sich nicht übernehmen lässt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Into &amp;folder:</source>
        <translation>In den &amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 will be written, into a new folder “%3” unless the chosen one is empty. Nothing has been written yet.</source>
        <extracomment>%1 &quot;12 requests&quot;, %2 &quot;3 files&quot;, %3 a folder</extracomment>
        <translation>%1 in %2 werden geschrieben, in einen neuen Ordner „%3“, außer der gewählte ist leer. Noch ist nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>Geheimes</translation>
    </message>
    <message>
        <source>Readable by you alone; keep it out of version control.</source>
        <translation>Nur für dich lesbar; nicht in die Versionsverwaltung geben.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) cannot be carried as they are:</source>
        <translation>
            <numerusform>%n Sache lässt sich nicht unverändert übernehmen:</numerusform>
            <numerusform>%n Sachen lassen sich nicht unverändert übernehmen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Import into</source>
        <translation>Importieren in</translation>
    </message>
    <message>
        <source>Choose a folder by its whole path.</source>
        <translation>Den Ordner mit vollem Pfad angeben.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::JsonPathBar</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Language of the filter</source>
        <translation>Sprache des Filters</translation>
    </message>
    <message>
        <source>JSONPath selects values of the body. An expression of jq may also compute; the jq that is installed carries it out.</source>
        <translation>JSONPath wählt Werte des Bodys aus. Ein Ausdruck in jq kann auch rechnen; das installierte jq führt ihn aus.</translation>
    </message>
    <message>
        <source>Close the filter</source>
        <translation>Filter schließen</translation>
    </message>
    <message>
        <source>Close the filter and show the whole body</source>
        <translation>Filter schließen und den ganzen Body zeigen</translation>
    </message>
    <message>
        <source>Expression of jq</source>
        <translation>Ausdruck in jq</translation>
    </message>
    <message>
        <source>JSONPath expression</source>
        <translation>JSONPath-Ausdruck</translation>
    </message>
    <message>
        <source>jq, for example %1</source>
        <translation>jq, zum Beispiel %1</translation>
    </message>
    <message>
        <source>JSONPath, for example %1</source>
        <translation>JSONPath, zum Beispiel %1</translation>
    </message>
    <message>
        <source>jq runs…</source>
        <translation>jq läuft…</translation>
    </message>
    <message>
        <source>At sign %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::KeepBar</name>
    <message>
        <source>Measure again</source>
        <translation>Erneut messen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Report as &amp;HTML…</source>
        <translation>Bericht als &amp;HTML…</translation>
    </message>
    <message>
        <source>Report as &amp;Markdown…</source>
        <translation>Bericht als &amp;Markdown…</translation>
    </message>
    <message>
        <source>Report as &amp;JSON…</source>
        <translation>Bericht als &amp;JSON…</translation>
    </message>
    <message>
        <source>Trials as &amp;CSV…</source>
        <translation>Läufe als &amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;Plot as SVG or PNG…</source>
        <translation>&amp;Diagramm als SVG oder PNG…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Messung sichern</translation>
    </message>
    <message>
        <source>Comparisons (*%1)</source>
        <translation>Vergleiche (*%1)</translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Files (*%1)</source>
        <translation>Dateien (*%1)</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation>Bilder (*.svg *.png)</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>Mit einer anderen Messung vergleichen</translation>
    </message>
    <message>
        <source>Comparisons (*%1);;All files (*)</source>
        <translation>Vergleiche (*%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LayerButton</name>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>As received: %1</source>
        <extracomment>%1 content codings, as “gzip, br”</extracomment>
        <translation>Wie empfangen: %1</translation>
    </message>
    <message>
        <source>After %1, still %2</source>
        <extracomment>%1 the content coding that was taken off, %2 those that are left</extracomment>
        <translation>Nach %1, noch %2</translation>
    </message>
    <message>
        <source>Content coding: %1</source>
        <translation>Inhaltskodierung: %1</translation>
    </message>
    <message>
        <source>The body came in the content coding %1. Choose how much of it is taken off.</source>
        <translation>Der Body kam in der Inhaltskodierung %1. Wählen Sie, wie viel davon abgenommen wird.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LayerTable</name>
    <message>
        <source>%1 to %2 (%3)</source>
        <extracomment>first and last octet, and how many that are: &quot;9 to 24 (16)&quot;</extracomment>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LibraryControl</name>
    <message>
        <source>Choose a request, file or folder in the sidebar first</source>
        <translation>Wählen Sie zuerst eine Anfrage, eine Datei oder einen Ordner in der Seitenleiste</translation>
    </message>
    <message>
        <source>A folder that was opened stays; remove it from the sidebar instead</source>
        <translation>Ein geöffneter Ordner bleibt; nehmen Sie ihn stattdessen aus der Seitenleiste</translation>
    </message>
    <message>
        <source>There is no place above</source>
        <translation>Darüber ist kein Platz</translation>
    </message>
    <message>
        <source>There is no place below</source>
        <translation>Darunter ist kein Platz</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Open a folder first: the request needs a file to stand in.</source>
        <translation>Öffnen Sie zuerst einen Ordner: Die Anfrage braucht eine Datei, in der sie steht.</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Open a folder first: the file needs one to stand in.</source>
        <translation>Öffnen Sie zuerst einen Ordner: Die Datei braucht einen, in dem sie steht.</translation>
    </message>
    <message>
        <source>Open a folder first: the new one needs a place to stand in.</source>
        <translation>Öffnen Sie zuerst einen Ordner: Der neue braucht einen Platz.</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <extracomment>The name of a copy; %1 is that of the original.</extracomment>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Move it to which file?</source>
        <translation>In welche Datei verschieben?</translation>
    </message>
    <message>
        <source>Move it to which folder?</source>
        <translation>In welchen Ordner verschieben?</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LineForm</name>
    <message>
        <source>model slow start</source>
        <translation>Slow Start nachbilden</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>an emulated line of your own</source>
        <translation>eine eigene nachgebildete Leitung</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hinunter</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hinauf</translation>
    </message>
    <message>
        <source>Ten segments at the beginning of a connection, one more for each that arrives</source>
        <translation>Anfangs zehn Segmente je Verbindung, eines mehr für jedes, das ankommt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>A line needs a round trip or a rate.</source>
        <translation>Eine Leitung braucht eine Umlaufzeit oder eine Rate.</translation>
    </message>
    <message>
        <source>no delay</source>
        <translation>keine Verzögerung</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LookModel</name>
    <message>
        <source>The versions differ here</source>
        <translation>Hier unterscheiden sich die Versionen</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <extracomment>%1 is what is compared, read aloud</extracomment>
        <translation>%1, verschieden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LookPage</name>
    <message>
        <source>Look again</source>
        <translation>Erneut ansehen</translation>
    </message>
    <message>
        <source>The versions over one another, from the moment of sending</source>
        <translation>Die Versionen übereinander, vom Absenden an</translation>
    </message>
    <message>
        <source>One exchange each: a first look, no measurement. Times differ from one sending to the next by chance alone.</source>
        <translation>Je ein Austausch: ein erster Blick, keine Messung. Zeiten schwanken von einem Senden zum nächsten schon durch Zufall.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Messen…</translation>
    </message>
    <message>
        <source>A first look sends the request once over each version, and %1 may change something on the server each time.</source>
        <translation>Der erste Blick sendet die Anfrage einmal über jede Version, und %1 kann jedes Mal etwas auf dem Server ändern.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <extracomment>%1 is a version of HTTP whose response is opened</extracomment>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LookRows</name>
    <message>
        <source>More follows: open the responses</source>
        <translation>Es folgt mehr: Öffnen Sie die Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Decoded octets</source>
        <translation>Dekodierte Oktette</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Header fields, normalised</source>
        <translation>Header-Felder, normalisiert</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Request head</source>
        <translation>Anfrage-Header</translation>
    </message>
    <message>
        <source>Response head</source>
        <translation>Antwort-Header</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Rahmung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>Times of this one exchange</source>
        <translation>Zeiten dieses einen Austauschs</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Size, decoded</source>
        <translation>Größe, dekodiert</translation>
    </message>
    <message>
        <source>There are not two answers to compare.</source>
        <translation>Es gibt keine zwei Antworten zum Vergleichen.</translation>
    </message>
    <message>
        <source>The answers say the same; sizes and times are below.</source>
        <translation>Die Antworten sagen dasselbe; Größen und Zeiten stehen unten.</translation>
    </message>
    <message numerus="yes">
        <source>Differs in %1 and %n more</source>
        <translation>
            <numerusform>Verschieden in %1 und %n weiteren</numerusform>
            <numerusform>Verschieden in %1 und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs in %1</source>
        <translation>Verschieden in %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::LookTable</name>
    <message>
        <source>The versions side by side</source>
        <translation>Die Versionen nebeneinander</translation>
    </message>
</context>
<context>
    <name>sonde::ui::MainWindow</name>
    <message>
        <source>Sonde</source>
        <translation>Sonde</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Sonde does not carry out everything in this request.</source>
        <translation>Sonde führt nicht alles in dieser Anfrage aus.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>Nothing is being sent</source>
        <translation>Es wird nichts gesendet</translation>
    </message>
    <message>
        <source>No tab was closed</source>
        <translation>Kein Tab wurde geschlossen</translation>
    </message>
    <message>
        <source>There are no changes to save</source>
        <translation>Keine Änderungen zu speichern</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>There are not that many tabs</source>
        <translation>So viele Tabs gibt es nicht</translation>
    </message>
    <message>
        <source>%1[*] – Sonde</source>
        <extracomment>The title of the window: %1 is a request.</extracomment>
        <translation>%1[*] – Sonde</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Anfragen öffnen</translation>
    </message>
    <message>
        <source>Requests (*.http *.rest);;All files (*)</source>
        <translation>Anfragen (*.http *.rest);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of .http files</source>
        <translation>Ordner mit .http-Dateien öffnen</translation>
    </message>
    <message>
        <source>Add the request to a file</source>
        <translation>Anfrage an eine Datei anhängen</translation>
    </message>
    <message>
        <source>Requests (*.http)</source>
        <translation>Anfragen (*.http)</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy a URL or a curl command first.</source>
        <translation>Die Zwischenablage enthält keinen Text. Zuerst eine URL oder einen curl-Befehl kopieren.</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>About Sonde</source>
        <translation>Über Sonde</translation>
    </message>
    <message>
        <source>Sonde %1</source>
        <translation>Sonde %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>See what really goes over the wire when you send an HTTP request.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Sehen, was bei einer HTTP-Anfrage wirklich über die Leitung geht.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>There is no other response in this tab</source>
        <translation>In diesem Tab gibt es keine andere Antwort</translation>
    </message>
    <message>
        <source>There is no response before this one</source>
        <translation>Vor dieser gibt es keine Antwort</translation>
    </message>
    <message>
        <source>Rename request</source>
        <translation>Anfrage umbenennen</translation>
    </message>
    <message>
        <source>Name of the request:</source>
        <translation>Name der Anfrage:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is nothing to run here. Choose a folder or file in the sidebar first.</source>
        <translation>Hier gibt es nichts auszuführen. Zuerst einen Ordner oder eine Datei in der Seitenleiste wählen.</translation>
    </message>
    <message>
        <source>Open a comparison</source>
        <translation>Einen Vergleich öffnen</translation>
    </message>
    <message>
        <source>Comparisons (*.compare.json);;All files (*)</source>
        <translation>Vergleiche (*.compare.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Compare the requests of a file</source>
        <translation>Die Anfragen einer Datei vergleichen</translation>
    </message>
    <message>
        <source>Page loads, requests, lists of URLs (*.har *.http *.rest *.json *.txt);;All files (*)</source>
        <translation>Seitenaufrufe, Anfragen, Listen von URLs (*.har *.http *.rest *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All requests of %1</source>
        <extracomment>%1 is a file with the folders it is in</extracomment>
        <translation>Alle Anfragen von %1</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Find a request, a file, an environment or an action</source>
        <translation>Anfrage, Datei, Umgebung oder Befehl finden</translation>
    </message>
    <message>
        <source>Import requests</source>
        <translation>Anfragen importieren</translation>
    </message>
    <message>
        <source>Postman, HTTP archive, curl (*.json *.har *.sh *.txt);;All files (*)</source>
        <translation>Postman, HTTP-Archiv, curl (*.json *.har *.sh *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Imported into %1</source>
        <translation>Importiert nach %1</translation>
    </message>
    <message>
        <source>It is still running</source>
        <translation>Sie läuft noch</translation>
    </message>
    <message>
        <source>Compare the requests of a folder</source>
        <translation>Die Anfragen eines Ordners vergleichen</translation>
    </message>
    <message>
        <source>From the history: %1. Nothing was sent now; Send sends it again.</source>
        <extracomment>%1 a day and time</extracomment>
        <translation>Aus dem Verlauf: %1. Jetzt wurde nichts gesendet; Senden sendet es erneut.</translation>
    </message>
    <message>
        <source>Only the beginning of the body was kept.</source>
        <translation>Nur der Anfang des Bodys wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>From the history: before is %1, now is %2.</source>
        <extracomment>%1 and %2 a day and time each</extracomment>
        <translation>Aus dem Verlauf: vorher ist %1, jetzt ist %2.</translation>
    </message>
    <message>
        <source>Copied as curl, without credentials</source>
        <translation>Als curl kopiert, ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>History: %1, %2</source>
        <extracomment>%1 a status or an error, %2 a day and time</extracomment>
        <translation>Verlauf: %1, %2</translation>
    </message>
    <message>
        <source>Recorded earlier and opened from a file: nothing was sent.</source>
        <translation>Früher aufgezeichnet und aus einer Datei geöffnet: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Read from an HTTP archive: nothing was sent. It holds no frames and no octets of the wire.</source>
        <translation>Aus einem HTTP-Archiv gelesen: Nichts wurde gesendet. Frames und Oktette der Leitung stehen nicht darin.</translation>
    </message>
    <message>
        <source>Masked in it: %1.</source>
        <translation>Darin verdeckt: %1.</translation>
    </message>
    <message>
        <source>Nothing in it is masked.</source>
        <translation>Darin ist nichts verdeckt.</translation>
    </message>
    <message>
        <source>Open what was recorded</source>
        <translation>Aufgezeichnetes öffnen</translation>
    </message>
    <message>
        <source>Evidence bundles and HTTP archives (*.sonde *.har);;All files (*)</source>
        <translation>Beweisbündel und HTTP-Archive (*.sonde *.har);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::MeasurePage</name>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Measuring repeats the request %1 times, and its method is not idempotent: each repeat may change something on the server.</source>
        <translation>Messen wiederholt die Anfrage %1 Mal, und ihre Methode ist nicht idempotent: Jede Wiederholung kann etwas auf dem Server ändern.</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Looking at each arm once…</source>
        <translation>Jeder Arm wird einmal angesehen…</translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1, noch etwa %2</translation>
    </message>
    <message>
        <source>Stopped before the first trial was over.</source>
        <translation>Angehalten, bevor der erste Lauf beendet war.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::MethodBox</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>The method; any token can be typed</source>
        <translation>Die Methode; jedes Token lässt sich eintippen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::OctetReadingModel</name>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message numerus="yes">
        <source>Unsigned, %n bits</source>
        <translation>
            <numerusform>%n Bit, ohne Vorzeichen</numerusform>
            <numerusform>%n Bit, ohne Vorzeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signed, %n bits</source>
        <translation>
            <numerusform>%n Bit, mit Vorzeichen</numerusform>
            <numerusform>%n Bit, mit Vorzeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Float, %n bits</source>
        <translation>
            <numerusform>Gleitkomma, %n Bit</numerusform>
            <numerusform>Gleitkomma, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Little-endian</source>
        <translation>Little-Endian</translation>
    </message>
    <message>
        <source>Big-endian</source>
        <translation>Big-Endian</translation>
    </message>
</context>
<context>
    <name>sonde::ui::OptionsPage</name>
    <message>
        <source>HTTP &amp;version</source>
        <translation>HTTP-&amp;Version</translation>
    </message>
    <message>
        <source>Follow &amp;redirects</source>
        <translation>Weiterleitungen &amp;folgen</translation>
    </message>
    <message>
        <source>At most 20, each shown as an exchange of its own. Credentials are left out when a redirect leads to another server.</source>
        <translation>Höchstens 20, jede als eigener Austausch gezeigt. Zugangsdaten bleiben weg, wenn eine Weiterleitung zu einem anderen Server führt.</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit zum Verbinden</translation>
    </message>
    <message>
        <source>30 s, as usual</source>
        <translation>30 s, wie üblich</translation>
    </message>
    <message>
        <source>Time to c&amp;onnect</source>
        <translation>Zeit zum &amp;Verbinden</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>Zeit insgesamt</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Time in all</source>
        <translation>Zeit &amp;insgesamt</translation>
    </message>
    <message>
        <source>&amp;Check the server’s certificate</source>
        <translation>&amp;Zertifikat des Servers prüfen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, after a number.</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>A certificate that is expired, unknown or for another name ends the request.</source>
        <translation>Ein abgelaufenes, unbekanntes oder auf einen anderen Namen ausgestelltes Zertifikat beendet die Anfrage.</translation>
    </message>
    <message>
        <source>Off: whoever sits between you and the server can read and change everything.</source>
        <translation>Aus: Wer zwischen hier und dem Server sitzt, kann alles lesen und ändern.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::OverviewRuler</name>
    <message>
        <source>Where the matches are</source>
        <translation>Wo die Treffer sind</translation>
    </message>
    <message>
        <source>Where in the body the matches are</source>
        <translation>Wo im Body die Treffer sind</translation>
    </message>
</context>
<context>
    <name>sonde::ui::OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kurz gesagt</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Octets, layer by layer</source>
        <translation>Oktette, Schicht für Schicht</translation>
    </message>
    <message>
        <source>The way here</source>
        <translation>Der Weg hierher</translation>
    </message>
    <message>
        <source>Requests of this chain</source>
        <translation>Anfragen dieser Kette</translation>
    </message>
    <message>
        <source>Show this request</source>
        <translation>Diese Anfrage zeigen</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Was aufgefallen ist</translation>
    </message>
    <message>
        <source>Copy overview</source>
        <translation>Überblick kopieren</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PartDelegate</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PartModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value or file</source>
        <translation>Wert oder Datei</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open the secrets</source>
        <translation>Geheimnisse öffnen</translation>
    </message>
    <message>
        <source>Where to keep secrets</source>
        <translation>Wo Geheimnisse aufbewahrt werden</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The passphrase once more</source>
        <translation>Die Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Noch ein&amp;mal</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Keep secrets there</source>
        <translation>Geheimnisse dort auf&amp;bewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Encrypted, opened by a &amp;passphrase</source>
        <translation>Verschlüsselt, mit einer &amp;Passphrase zu öffnen</translation>
    </message>
    <message>
        <source>Encrypted, opened by a key &amp;file beside it</source>
        <translation>Verschlüsselt, mit einer Schlüssel&amp;datei daneben zu öffnen</translation>
    </message>
    <message>
        <source>Asked for once each time Sonde is started. Whoever copies the file cannot read it. Without the passphrase nobody can, and it cannot be restored.</source>
        <translation>Wird nach jedem Start von Sonde einmal verlangt. Wer die Datei kopiert, kann sie nicht lesen. Ohne die Passphrase kann es niemand, und sie lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Nothing to type. Keeps secrets out of your projects, of other users’ sight and of backups that leave the key out; but whoever can read your files, any program you start among them, can read the secrets.</source>
        <translation>Nichts einzugeben. Hält Geheimnisse aus Ihren Projekten heraus, vor anderen Benutzern verborgen und aus Sicherungen, denen der Schlüssel fehlt; aber wer Ihre Dateien lesen kann, auch jedes Programm, das Sie starten, kann die Geheimnisse lesen.</translation>
    </message>
    <message>
        <source>The file is %1.</source>
        <translation>Die Datei ist %1.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>This passphrase does not open the secrets in %1. Nothing was changed; try again.</source>
        <translation>Diese Passphrase öffnet die Geheimnisse in %1 nicht. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The secrets in %1 are locked with a passphrase.</source>
        <translation>Die Geheimnisse in %1 sind mit einer Passphrase verschlossen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PhaseStrip</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 reused</source>
        <translation>%1 wiederverwendet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 nicht erreicht</translation>
    </message>
    <message>
        <source>How far the request came</source>
        <translation>Wie weit die Anfrage kam</translation>
    </message>
    <message>
        <source>Request</source>
        <extracomment>a step: putting the request together, before anything is sent</extracomment>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>sonde::ui::Phases</name>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>Warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Send head</source>
        <translation>Kopf senden</translation>
    </message>
    <message>
        <source>Send body</source>
        <translation>Body senden</translation>
    </message>
    <message>
        <source>Wait for 100 Continue</source>
        <translation>Warten auf 100 Continue</translation>
    </message>
    <message>
        <source>Interim response</source>
        <translation>Zwischenantwort</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Receive head</source>
        <translation>Kopf empfangen</translation>
    </message>
    <message>
        <source>Receive body</source>
        <translation>Body empfangen</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PlanForm</name>
    <message>
        <source>Requests of a trial</source>
        <translation>Anfragen eines Laufs</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>A trial begins</source>
        <translation>Ein Lauf beginnt</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>%1, several connections</source>
        <extracomment>an arm of a measurement: %1 is a version of HTTP</extracomment>
        <translation>%1, mehrere Verbindungen</translation>
    </message>
    <message>
        <source>%1, one connection</source>
        <translation>%1, eine Verbindung</translation>
    </message>
    <message>
        <source>Connections where there are several</source>
        <translation>Verbindungen, wo es mehrere sind</translation>
    </message>
    <message>
        <source>several means</source>
        <extracomment>%1 is a number field&apos;s place; &quot;several&quot; as in &quot;several connections&quot;</extracomment>
        <translation>mehrere heißt</translation>
    </message>
    <message>
        <source>warm: on open connections</source>
        <translation>warm: auf offenen Verbindungen</translation>
    </message>
    <message>
        <source>cold: with new connections, no TLS ticket</source>
        <translation>kalt: mit neuen Verbindungen, ohne TLS-Ticket</translation>
    </message>
    <message>
        <source>resumed: with new connections and a TLS ticket</source>
        <translation>wiederaufgenommen: mit neuen Verbindungen und TLS-Ticket</translation>
    </message>
    <message>
        <source>Copies of the request that are all started at once</source>
        <translation>Kopien der Anfrage, die alle zugleich gestartet werden</translation>
    </message>
    <message numerus="yes">
        <source>times all %n request(s)</source>
        <translation>
            <numerusform>mal die %n Anfrage</numerusform>
            <numerusform>mal alle %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>The same seed repeats the order of the trials</source>
        <translation>Derselbe Startwert wiederholt die Reihenfolge der Läufe</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>Choose at least two arms; the first is what the others are compared with.</source>
        <translation>Wählen Sie mindestens zwei Arme; mit dem ersten werden die anderen verglichen.</translation>
    </message>
    <message>
        <source>The seed is missing.</source>
        <translation>Der Startwert fehlt.</translation>
    </message>
    <message>
        <source>%1 trials, one block of them discarded, with an A/A control; %2 requests in all.</source>
        <translation>%1 Läufe, ein Block davon verworfen, mit A/A-Kontrolle; %2 Anfragen insgesamt.</translation>
    </message>
    <message numerus="yes">
        <source>Under %n block(s) there is no verdict.</source>
        <translation>
            <numerusform>Unter %n Block gibt es kein Urteil.</numerusform>
            <numerusform>Unter %n Blöcken gibt es kein Urteil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>A line needs a round trip or a rate.</source>
        <translation>Eine Leitung braucht eine Umlaufzeit oder eine Rate.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PlotView</name>
    <message>
        <source>The numbers are in the table below.</source>
        <translation>Die Zahlen stehen in der Tabelle darunter.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PortabilityStrip</name>
    <message>
        <source>Read by</source>
        <translation>Lesbar für</translation>
    </message>
    <message>
        <source>Programs that can read this request</source>
        <translation>Programme, die diese Anfrage lesen können</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 a sentence</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot read this request</source>
        <extracomment>%1 is the name of a program</extracomment>
        <translation>%1 kann diese Anfrage nicht lesen</translation>
    </message>
    <message>
        <source>%1 reads this request otherwise</source>
        <translation>%1 liest diese Anfrage anders</translation>
    </message>
    <message>
        <source>%1 reads this request as it is</source>
        <translation>%1 liest diese Anfrage, wie sie ist</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung suchen</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) take %1 now.</source>
        <translation>
            <numerusform>%n Aufruf belegt jetzt %1.</numerusform>
            <numerusform>%n Aufrufe belegen jetzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>From the next start on. Numbers and dates follow it, too.</source>
        <translation>Ab dem nächsten Start. Zahlen und Daten folgen ihr ebenfalls.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Thema:</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Size of content:</source>
        <translation>&amp;Größe des Inhalts:</translation>
    </message>
    <message>
        <source>Of bodies and editors: Ctrl++, Ctrl+− and Ctrl+0 change it.</source>
        <translation>Von Bodys und Editoren: Strg++, Strg+− und Strg+0 ändern sie.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Keep what was sent</source>
        <translation>Gesendetes &amp;aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Size at most:</source>
        <translation>&amp;Größe höchstens:</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Age at most:</source>
        <translation>A&amp;lter höchstens:</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>Keep passwords, tokens and &amp;cookies, too</source>
        <translation>Auch Passwörter, Token und &amp;Cookies aufbewahren</translation>
    </message>
    <message>
        <source>Otherwise they are overwritten with *** before anything is written. What is in the history already stays as it is.</source>
        <translation>Sonst werden sie mit *** überschrieben, bevor etwas geschrieben wird. Was schon im Verlauf steht, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Time to &amp;connect:</source>
        <translation>Zeit zum &amp;Verbinden:</translation>
    </message>
    <message>
        <source>Where a request does not say otherwise.</source>
        <translation>Wo eine Anfrage nichts anderes sagt.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>30 s, as usual</source>
        <translation>30 s, wie üblich</translation>
    </message>
    <message>
        <source>&amp;Time in all:</source>
        <translation>&amp;Zeit insgesamt:</translation>
    </message>
    <message>
        <source>From Send to the last octet, redirects included.</source>
        <translation>Vom Senden bis zum letzten Oktett, Weiterleitungen eingeschlossen.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Follow &amp;redirects</source>
        <translation>Weiterleitungen &amp;folgen</translation>
    </message>
    <message>
        <source>Off: no request follows them, whatever it says itself.</source>
        <translation>Aus: Keine Anfrage folgt ihnen, was sie auch selbst sagt.</translation>
    </message>
    <message>
        <source>Redirects at &amp;most:</source>
        <translation>&amp;Weiterleitungen höchstens:</translation>
    </message>
    <message>
        <source>Check the certificates of &amp;servers</source>
        <translation>Zertifikate der &amp;Server prüfen</translation>
    </message>
    <message>
        <source>Off: anybody could answer in the place of a server. Responses say so in red.</source>
        <translation>Aus: Jeder könnte an der Stelle eines Servers antworten. Antworten sagen es in Rot.</translation>
    </message>
    <message>
        <source>HTTP &amp;proxy:</source>
        <translation>HTTP-&amp;Proxy:</translation>
    </message>
    <message>
        <source>host:port, for all requests. Empty: none.</source>
        <translation>Host:Port, für alle Anfragen. Leer: keiner.</translation>
    </message>
    <message>
        <source>A proxy is written as host:port, without user name and password; until then, none is used.</source>
        <translation>Ein Proxy wird als Host:Port geschrieben, ohne Benutzernamen und Passwort; bis dahin wird keiner benutzt.</translation>
    </message>
    <message>
        <source>Each call of yours and of your runs, with its response, timing and frames, on this computer alone. What a comparison sends stays in the file of its run. Pinned calls stay whatever the limits say.</source>
        <translation>Jeder Aufruf von Ihnen und Ihren Läufen, mit Antwort, Zeiten und Frames, nur auf diesem Rechner. Was ein Vergleich sendet, bleibt in der Datei seines Laufs. Angeheftete bleiben, was auch die Grenzen sagen.</translation>
    </message>
    <message>
        <source>The oldest calls make room, those of runs first when they take more than half.</source>
        <translation>Die ältesten Aufrufe machen Platz; die von Läufen zuerst, wenn sie mehr als die Hälfte einnehmen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::PreviewPage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>One pixel to a pixel</source>
        <translation>Ein Bildpunkt je Bildpunkt</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>As large as there is room</source>
        <translation>So groß, wie Platz ist</translation>
    </message>
    <message>
        <source>This cannot be shown as a picture: %1. Look at it as Hex, or save it.</source>
        <translation>Das lässt sich nicht als Bild zeigen: %1. Sehen Sie es als Hex an oder speichern Sie es.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels · %3</source>
        <extracomment>width × height of a picture, its format</extracomment>
        <translation>%1 × %2 Bildpunkte · %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <extracomment>of a moving picture</extracomment>
        <translation>
            <numerusform>%Ln Einzelbild</numerusform>
            <numerusform>%Ln Einzelbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The page is shown when all of it has arrived.</source>
        <translation>Die Seite wird gezeigt, wenn sie ganz eingetroffen ist.</translation>
    </message>
    <message>
        <source>The page without scripts; nothing it refers to was loaded.</source>
        <translation>Die Seite ohne Skripte; nichts, worauf sie verweist, wurde geladen.</translation>
    </message>
    <message>
        <source>Only its first 4 MiB are shown.</source>
        <translation>Nur ihre ersten 4 MiB werden gezeigt.</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>PDF is shown where the package %1 is installed. Until then, open it with another program or save it.</source>
        <translation>PDF wird gezeigt, wo das Paket %1 installiert ist. Bis dahin öffnen Sie es mit einem anderen Programm oder sichern Sie es.</translation>
    </message>
    <message>
        <source>The pages are shown when all of them have arrived.</source>
        <translation>Die Seiten werden gezeigt, wenn alle eingetroffen sind.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>of a PDF: its pages</extracomment>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>A font of more than %1 is not shown. Look at it as Hex, or save it.</source>
        <translation>Eine Schrift von mehr als %1 wird nicht gezeigt. Sehen Sie sie als Hex an oder speichern Sie sie.</translation>
    </message>
    <message>
        <source>The font is shown when all of it has arrived.</source>
        <translation>Die Schrift wird gezeigt, wenn sie ganz angekommen ist.</translation>
    </message>
    <message>
        <source>This cannot be used as a font. Look at it as Hex, or save it.</source>
        <translation>Das lässt sich nicht als Schrift verwenden. Sehen Sie es als Hex an oder speichern Sie es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln glyph(s)</source>
        <translation>
            <numerusform>%Ln Glyphe</numerusform>
            <numerusform>%Ln Glyphen</numerusform>
        </translation>
    </message>
    <message>
        <source>tables %1</source>
        <extracomment>the tables that a font is made of, by their names</extracomment>
        <translation>Tabellen %1</translation>
    </message>
    <message>
        <source>A text written in the font</source>
        <translation>Ein Text in dieser Schrift</translation>
    </message>
    <message>
        <source>This is no recording that could be told about (WAV, FLAC, Ogg and MP3 can). Open it with another program or save it.</source>
        <translation>Über diese Aufnahme lässt sich nichts sagen (nur über WAV, FLAC, Ogg und MP3). Öffnen Sie sie mit einem anderen Programm oder speichern Sie sie.</translation>
    </message>
    <message>
        <source>Container: %1</source>
        <translation>Container: %1</translation>
    </message>
    <message>
        <source>Codec: %1</source>
        <translation>Codec: %1</translation>
    </message>
    <message>
        <source>Sample rate: %1 Hz</source>
        <translation>Abtastrate: %1 Hz</translation>
    </message>
    <message>
        <source>Channels: %1</source>
        <translation>Kanäle: %1</translation>
    </message>
    <message>
        <source>Bits of a sample: %1</source>
        <translation>Bits je Abtastwert: %1</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>What the recording says of itself. Another program plays it.</source>
        <translation>Was die Aufnahme über sich sagt. Ein anderes Programm spielt sie ab.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Such a picture is shown where the package %1 is installed. Until then, open it with another program or save it.</source>
        <translation>Ein solches Bild wird gezeigt, wo das Paket %1 installiert ist. Bis dahin hilft ein anderes Programm oder das Sichern in eine Datei.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop and keep what has arrived</source>
        <translation>Anhalten und behalten, was schon da ist</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how much has arrived: &quot;1.2 MB of 200 MB&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ProtocolView</name>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>No connection carried this request, so nothing went over the wire.</source>
        <translation>Keine Verbindung trug diese Anfrage, also ging nichts über die Leitung.</translation>
    </message>
    <message>
        <source>The request has no connection yet.</source>
        <translation>Die Anfrage hat noch keine Verbindung.</translation>
    </message>
    <message>
        <source>Reading the record of the connection…</source>
        <translation>Die Aufzeichnung der Verbindung wird gelesen…</translation>
    </message>
    <message>
        <source>The record of this connection was full before anything of it could be read.</source>
        <translation>Die Aufzeichnung dieser Verbindung war voll, bevor etwas daraus zu lesen war.</translation>
    </message>
    <message>
        <source>The connection was set up, but nothing was said on it.</source>
        <translation>Die Verbindung wurde aufgebaut, aber nichts wurde auf ihr gesagt.</translation>
    </message>
    <message>
        <source>Nothing has been said on the connection yet.</source>
        <translation>Auf der Verbindung wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>The record of this connection was full at %1 ms: what came later is not here.</source>
        <translation>Die Aufzeichnung dieser Verbindung war bei %1 ms voll: was später kam, steht nicht hier.</translation>
    </message>
    <message>
        <source>There are more frames than Sonde keeps; the rest is left out.</source>
        <translation>Es sind mehr Frames, als Sonde behält; der Rest fehlt.</translation>
    </message>
    <message>
        <source>Every frame, in time and as a table</source>
        <translation>Jeder Frame, im Lauf der Zeit und als Tabelle</translation>
    </message>
    <message>
        <source>Header table</source>
        <translation>Kopftabelle</translation>
    </message>
    <message>
        <source>What header compression remembered at the selected frame</source>
        <translation>Was die Kopfkompression beim gewählten Frame wusste</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Flow control of the stream of the selected frame</source>
        <translation>Flusskontrolle des Streams, zu dem der gewählte Frame gehört</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Every octet both ways, and the layers it lies in</source>
        <translation>Jedes Oktett beider Richtungen und die Schichten, in denen es liegt</translation>
    </message>
    <message>
        <source>Its octets were not recorded: an HTTP archive, for one, has no place for them.</source>
        <translation>Ihre Oktette wurden nicht aufgezeichnet: In einem HTTP-Archiv etwa ist dafür kein Platz.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RawPane</name>
    <message>
        <source>Copy layers</source>
        <translation>Schichten kopieren</translation>
    </message>
    <message>
        <source>Copy what is known of the octet at the cursor</source>
        <translation>Kopieren, was über das Oktett an der Schreibmarke bekannt ist</translation>
    </message>
    <message>
        <source>Octets sent</source>
        <translation>Gesendete Oktette</translation>
    </message>
    <message>
        <source>Octets received</source>
        <translation>Empfangene Oktette</translation>
    </message>
    <message>
        <source>Layers of the octet at the cursor</source>
        <translation>Schichten des Oktetts an der Schreibmarke</translation>
    </message>
    <message>
        <source>Content was decoded while it came: its place is shown as ··</source>
        <translation>Der Inhalt wurde beim Eintreffen dekodiert: Seine Stelle ist als ·· gezeigt</translation>
    </message>
    <message>
        <source>Content of other requests is not kept: its place is shown as ··</source>
        <translation>Inhalt anderer Anfragen wird nicht aufbewahrt: Seine Stelle ist als ·· gezeigt</translation>
    </message>
    <message>
        <source>→ Sent: %1</source>
        <translation>→ Gesendet: %1</translation>
    </message>
    <message>
        <source>← Received: %1</source>
        <translation>← Empfangen: %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ReplayBar</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Let the body arrive again, as fast as it did</source>
        <translation>Den Body noch einmal eintreffen lassen, so schnell wie beim ersten Mal</translation>
    </message>
    <message>
        <source>10×</source>
        <translation>10×</translation>
    </message>
    <message>
        <source>Let the body arrive again, ten times as fast</source>
        <translation>Den Body noch einmal eintreffen lassen, zehnmal so schnell</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the replay where it is</source>
        <translation>Die Wiedergabe anhalten, wo sie ist</translation>
    </message>
    <message>
        <source>Time of the replay</source>
        <translation>Zeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>End the replay and show the whole body</source>
        <translation>Die Wiedergabe beenden und den ganzen Body zeigen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>two times: how far a replay is, and how long it takes</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RequestCopier</name>
    <message>
        <source>Copied as %1, with credentials and tokens in the clear.</source>
        <translation>Als %1 kopiert, mit Zugangsdaten und Token im Klartext.</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>Als %1 kopiert.</translation>
    </message>
    <message>
        <source>Copied as %1. Credentials, tokens and cookies stand there as ***.</source>
        <translation>Als %1 kopiert. Zugangsdaten, Token und Cookies stehen dort als ***.</translation>
    </message>
    <message>
        <source>Copy with secrets</source>
        <translation>Mit Geheimnissen kopieren</translation>
    </message>
    <message>
        <source>The certificate of this server is trusted in Sonde alone; elsewhere it has to be trusted first.</source>
        <translation>Dem Zertifikat dieses Servers vertraut nur Sonde; anderswo muss man ihm erst vertrauen.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RequestPane</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Parameter hinzufügen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Sections of the request</source>
        <translation>Abschnitte der Anfrage</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>%n eingeschaltet</numerusform>
            <numerusform>%n eingeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>has a body</source>
        <translation>hat einen Body</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>The request was filled in from a curl command.</source>
        <translation>Die Anfrage wurde aus einem curl-Befehl übernommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>says who you are</source>
        <translation>sagt, wer Sie sind</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show the request as the text of its file</source>
        <translation>Die Anfrage als Text ihrer Datei zeigen</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>The form was changed, and this text does not follow: %1</source>
        <translation>Das Formular wurde geändert, und dieser Text folgt nicht: %1</translation>
    </message>
    <message>
        <source>The form cannot show all of this request; edit it here.</source>
        <translation>Das Formular kann nicht alles von dieser Anfrage zeigen; bearbeiten Sie sie hier.</translation>
    </message>
    <message>
        <source>Auth</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sonde keeps and shows gRPC requests; it cannot send them yet.</source>
        <translation>Sonde behält und zeigt gRPC-Anfragen; senden kann es sie noch nicht.</translation>
    </message>
    <message>
        <source>Sonde keeps and shows WebSocket requests; it cannot send them yet.</source>
        <translation>Sonde behält und zeigt WebSocket-Anfragen; senden kann es sie noch nicht.</translation>
    </message>
    <message>
        <source>has a script, which is not run</source>
        <translation>hat ein Skript, das nicht ausgeführt wird</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResponsePane</name>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The response will stand here.</source>
        <translation>Hier wird die Antwort stehen.</translation>
    </message>
    <message>
        <source>Send with %1</source>
        <translation>Senden mit %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResponseSections</name>
    <message>
        <source>Sections of the response</source>
        <translation>Abschnitte der Antwort</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Unterschiede</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing arrived that could be shown.</source>
        <translation>Es ist nichts angekommen, was sich zeigen ließe.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResultPage</name>
    <message>
        <source>Trials</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Differences by block</source>
        <translation>Differenzen nach Block</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Arms side by side</source>
        <translation>Arme nebeneinander</translation>
    </message>
    <message>
        <source>Differences of the answers</source>
        <translation>Unterschiede der Antworten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Sections of the result</source>
        <translation>Abschnitte des Ergebnisses</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Waterfalls</source>
        <translation>Wasserfälle</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>For %1: %2</source>
        <translation>Für %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, request %2</source>
        <translation>%1, Anfrage %2</translation>
    </message>
    <message>
        <source>A saved run holds numbers, not the exchanges themselves.</source>
        <translation>Eine gesicherte Messung enthält Zahlen, nicht die Austausche selbst.</translation>
    </message>
    <message>
        <source>%1, trial %2</source>
        <extracomment>the title of a window: %1 is an arm, %2 the number of a trial</extracomment>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The arms over one another</source>
        <translation>Die Arme übereinander</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>Ausgerichtet</translation>
    </message>
    <message>
        <source>from the moment of sending</source>
        <translation>vom Absenden an</translation>
    </message>
    <message>
        <source>from when the connection is ready</source>
        <translation>ab der Bereitschaft der Verbindung</translation>
    </message>
    <message>
        <source>from the first octet of the answer</source>
        <translation>vom ersten Oktett der Antwort an</translation>
    </message>
    <message>
        <source>h2load&apos;s “time for request” begins with the first octet sent and leaves out the wait for a connection, so its means do not compare across versions; what it calls “finished in” does.</source>
        <translation>h2loads „time for request“ beginnt mit dem ersten gesendeten Oktett und lässt das Warten auf eine Verbindung aus, darum sind seine Mittelwerte nicht über Versionen hinweg vergleichbar; was es „finished in“ nennt, ist es.</translation>
    </message>
    <message>
        <source>Of each arm the trial in the middle, aligned</source>
        <translation>Von jedem Arm der mittlere Lauf, ausgerichtet</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowEditor</name>
    <message>
        <source>%1 as text</source>
        <comment>Headers as text</comment>
        <translation>%1 als Text</translation>
    </message>
    <message>
        <source>Name: value, one to a line; # in front switches it off</source>
        <translation>Name: Wert, einer je Zeile; ein # davor schaltet ihn ab</translation>
    </message>
    <message>
        <source>name=value, one to a line; # in front switches it off</source>
        <translation>name=wert, einer je Zeile; ein # davor schaltet ihn ab</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowModel</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Switch on or &amp;off</source>
        <translation>&amp;Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowTools</name>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>Ausgewählte Zeilen löschen</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Zeile nach oben</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Zeile nach unten</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action (key)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RunDetails</name>
    <message>
        <source>Assertion</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Kept from the response: %1</source>
        <extracomment>%1 names of variables</extracomment>
        <translation>Aus der Antwort behalten: %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RunModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Assertions</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::RunWindow</name>
    <message>
        <source>Run %1 – Sonde</source>
        <extracomment>The title of a window: %1 is the name of a folder or file.</extracomment>
        <translation>%1 ausführen – Sonde</translation>
    </message>
    <message>
        <source>&amp;At once:</source>
        <translation>&amp;Gleichzeitig:</translation>
    </message>
    <message>
        <source>Requests under way at the same time. One that keeps a value for others is over before they start.</source>
        <translation>Anfragen, die zugleich unterwegs sind. Eine, die einen Wert für andere behält, ist zu Ende, bevor diese beginnen.</translation>
    </message>
    <message>
        <source>Stop at the first &amp;failure</source>
        <translation>Beim ersten &amp;Fehler anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Summary of the run</source>
        <translation>Zusammenfassung des Laufs</translation>
    </message>
    <message>
        <source>Requests of the run</source>
        <translation>Anfragen des Laufs</translation>
    </message>
    <message>
        <source>What became of the request</source>
        <translation>Was aus der Anfrage wurde</translation>
    </message>
    <message>
        <source>Failures &amp;only</source>
        <translation>Nur F&amp;ehler</translation>
    </message>
    <message>
        <source>Open &amp;request</source>
        <translation>Anfrage öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Reading the requests…</source>
        <translation>Anfragen werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation>
            <numerusform>%1 von %n Anfrage</numerusform>
            <numerusform>%1 von %n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n bestanden</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n assertion(s) hold</source>
        <translation>
            <numerusform>%1 von %n Prüfung trifft zu</numerusform>
            <numerusform>%1 von %n Prüfungen treffen zu</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the secrets…</source>
        <translation>Geheimnisse öffnen…</translation>
    </message>
    <message>
        <source>Keep in the &amp;history</source>
        <translation>Im &amp;Verlauf aufheben</translation>
    </message>
    <message>
        <source>Each call of the run, without passwords and tokens unless the preferences keep them; from:run finds them there.</source>
        <translation>Jeder Aufruf des Laufs, ohne Passwörter und Tokens, außer wenn die Einstellungen sie aufheben; from:run findet sie dort.</translation>
    </message>
    <message>
        <source>The history is switched off in the preferences.</source>
        <translation>Der Verlauf ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>The environment “%1” is locked, and %n of these requests may change something there. Nothing was sent.</source>
        <translation>
            <numerusform>Die Umgebung „%1“ ist gesperrt, und %n dieser Anfragen könnte dort etwas ändern. Es wurde nichts gesendet.</numerusform>
            <numerusform>Die Umgebung „%1“ ist gesperrt, und %n dieser Anfragen könnten dort etwas ändern. Es wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>Trotzdem ausführen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ScriptPage</name>
    <message>
        <source>Before the request</source>
        <translation>Vor der Anfrage</translation>
    </message>
    <message>
        <source>After the response</source>
        <translation>Nach der Antwort</translation>
    </message>
    <message>
        <source>Several scripts, or one in a file of its own: Text shows their lines.</source>
        <translation>Mehrere Skripte, oder eines in einer eigenen Datei: „Text“ zeigt ihre Zeilen.</translation>
    </message>
    <message>
        <source>Scripts are kept in the file and shown here. Sonde does not run them yet; JetBrains, httpYac and Kulala do.</source>
        <translation>Skripte bleiben in der Datei und werden hier gezeigt. Sonde führt sie noch nicht aus; JetBrains, httpYac und Kulala tun es.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::SecretEdit</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::SendButton</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the request (%1)</source>
        <translation>Die Anfrage senden (%1)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop, and keep what has arrived (%1)</source>
        <translation>Anhalten und behalten, was schon da ist (%1)</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ShelfSwitch</name>
    <message>
        <source>Earlier response</source>
        <translation>Frühere Antwort</translation>
    </message>
    <message>
        <source>Later response</source>
        <translation>Spätere Antwort</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>the second of three responses of this tab</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::ShortcutHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>sonde::ui::Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Parts of the sidebar</source>
        <translation>Teile der Seitenleiste</translation>
    </message>
</context>
<context>
    <name>sonde::ui::SizeTable</name>
    <message>
        <source>The start line and all fields as HTTP/1.1 would write them</source>
        <translation>Die Startzeile und alle Felder, wie HTTP/1.1 sie schriebe</translation>
    </message>
    <message>
        <source>The head as it went over the connection</source>
        <translation>Der Kopf, wie er über die Verbindung ging</translation>
    </message>
    <message>
        <source>Content with the framing around it</source>
        <translation>Inhalt mit dem Rahmen darum</translation>
    </message>
    <message>
        <source>Content with its content coding, without framing</source>
        <translation>Inhalt mit seiner Inhaltskodierung, ohne Rahmen</translation>
    </message>
    <message>
        <source>Content with the content coding taken off</source>
        <translation>Inhalt ohne die Inhaltskodierung</translation>
    </message>
    <message>
        <source>Head as text</source>
        <translation>Kopf als Text</translation>
    </message>
    <message>
        <source>Head on the wire</source>
        <translation>Kopf auf der Leitung</translation>
    </message>
    <message>
        <source>Body on the wire</source>
        <translation>Body auf der Leitung</translation>
    </message>
    <message>
        <source>Content, encoded</source>
        <translation>Inhalt, kodiert</translation>
    </message>
    <message>
        <source>Content, decoded</source>
        <translation>Inhalt, dekodiert</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::StatusLine</name>
    <message>
        <source>State of the request</source>
        <translation>Stand der Anfrage</translation>
    </message>
    <message>
        <source>Connection of the last exchange</source>
        <translation>Verbindung des letzten Austauschs</translation>
    </message>
    <message>
        <source>What runs in the background</source>
        <translation>Was im Hintergrund läuft</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Connection %1, new</source>
        <extracomment>%1 number of the connection</extracomment>
        <translation>Verbindung %1, neu</translation>
    </message>
    <message>
        <source>Connection %1, reused</source>
        <translation>Verbindung %1, wiederverwendet</translation>
    </message>
</context>
<context>
    <name>sonde::ui::StreamPlots</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of times</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 and longer</source>
        <translation>%1 und länger</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln Abstand</numerusform>
            <numerusform>%Ln Abstände</numerusform>
        </translation>
    </message>
    <message>
        <source>Gaps between events</source>
        <translation>Abstände zwischen Ereignissen</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the numbers of both plots</source>
        <translation>Die Zahlen beider Diagramme zeigen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::SummaryLine</name>
    <message>
        <source>Waiting for the response…</source>
        <translation>Warten auf die Antwort…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>On the wire: %1 of head, %2 of body
Content as sent: %3
Content decoded: %4</source>
        <translation>Auf der Leitung: Kopf %1, Body %2
Inhalt wie gesendet: %3
Inhalt dekodiert: %4</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Response summary</source>
        <translation>Antwort im Überblick</translation>
    </message>
    <message numerus="yes">
        <source>From Send to the end, over %n request(s)</source>
        <translation>
            <numerusform>Vom Senden bis zum Ende, über %n Anfrage</numerusform>
            <numerusform>Vom Senden bis zum Ende, über %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>From Send to the end</source>
        <translation>Vom Senden bis zum Ende</translation>
    </message>
    <message>
        <source>What was noticed on the way stands under Overview</source>
        <translation>Was unterwegs auffiel, steht unter Überblick</translation>
    </message>
    <message>
        <source>NOT VERIFIED</source>
        <translation>NICHT GEPRÜFT</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>wiederverwendet</translation>
    </message>
    <message>
        <source>The connection was open already: no look-up, no connecting, no handshake</source>
        <translation>Die Verbindung war schon offen: keine Namensauflösung, kein Verbinden, kein Handshake</translation>
    </message>
    <message>
        <source>Why this HTTP version is spoken on this connection</source>
        <translation>Warum auf dieser Verbindung diese HTTP-Version gesprochen wird</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::Swimlanes</name>
    <message>
        <source>Frames in time</source>
        <translation>Frames im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>The whole connection (0)</source>
        <translation>Die ganze Verbindung (0)</translation>
    </message>
    <message>
        <source>This request (1)</source>
        <translation>Diese Anfrage (1)</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s); the table below says the same in words</source>
        <translation>
            <numerusform>%n Bahn; die Tabelle darunter sagt dasselbe in Worten</numerusform>
            <numerusform>%n Bahnen; die Tabelle darunter sagt dasselbe in Worten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 ms</source>
        <extracomment>&quot;stream 1: HEADERS, received, 12.345 ms&quot;: a frame in one line</extracomment>
        <translation>%1: %2, %3, %4 ms</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>stream %1</source>
        <translation>Stream %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TabStrip</name>
    <message>
        <source>Open requests</source>
        <translation>Offene Anfragen</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, läuft</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TcpTable</name>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>a response began</source>
        <translation>eine Antwort begann</translation>
    </message>
    <message>
        <source>a response was complete</source>
        <translation>eine Antwort war vollständig</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>a congestion window: how many segments, of how many bytes each</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Schwankung</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Congestion window</source>
        <translation>Staufenster</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Nochmals gesendet</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TextFace</name>
    <message>
        <source>Text of the request</source>
        <translation>Text der Anfrage</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 a sentence</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TimeAxis</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TimingTable</name>
    <message>
        <source>connection reused: no look-up, no connecting, no handshake</source>
        <translation>Verbindung wiederverwendet: keine Namensauflösung, kein Verbinden, kein Handshake</translation>
    </message>
    <message>
        <source>trying</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>gescheitert: %1</translation>
    </message>
    <message>
        <source>given up: another address was faster</source>
        <translation>aufgegeben: Eine andere Adresse war schneller</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>shared: another request opened this connection</source>
        <translation>geteilt: Eine andere Anfrage hat diese Verbindung geöffnet</translation>
    </message>
    <message>
        <source>the response began before the request was all sent</source>
        <translation>die Antwort begann, bevor die Anfrage ganz gesendet war</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>server (estimate)</source>
        <translation>Server (geschätzt)</translation>
    </message>
    <message>
        <source>the wait without the round trip to the proxy; the way beyond it is among this</source>
        <translation>das Warten ohne die Umlaufzeit zum Proxy; der Weg dahinter ist darin enthalten</translation>
    </message>
    <message>
        <source>the wait without the round trip</source>
        <translation>das Warten ohne die Umlaufzeit</translation>
    </message>
    <message>
        <source>as the server says</source>
        <translation>wie der Server angibt</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>gestockt</translation>
    </message>
    <message>
        <source>preparation</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>before the handshake: this program read trust and keys</source>
        <translation>vor dem Handshake: Dieses Programm las Vertrauen und Schlüssel ein</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TimingView</name>
    <message>
        <source>Timing in numbers</source>
        <translation>Zeiten in Zahlen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show all of the time (0)</source>
        <translation>Die ganze Zeit zeigen (0)</translation>
    </message>
    <message>
        <source>Selected on the wire: %1, at %2</source>
        <translation>Auf der Leitung gewählt: %1, bei %2</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TlsAxis</name>
    <message>
        <source>When the messages went</source>
        <translation>Wann die Nachrichten gingen</translation>
    </message>
    <message>
        <source>The table below has the same in numbers.</source>
        <translation>Die Tabelle darunter zeigt dasselbe in Zahlen.</translation>
    </message>
    <message>
        <source>▲ sent   ▼ received</source>
        <translation>▲ gesendet   ▼ empfangen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TlsLadder</name>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>in clear</source>
        <translation>im Klartext</translation>
    </message>
    <message>
        <source>sent: %1</source>
        <extracomment>%1 the name of a TLS message</extracomment>
        <translation>gesendet: %1</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>empfangen: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sonde  ↔  server</source>
        <extracomment>the two sides of a conversation, left and right</extracomment>
        <translation>Sonde  ↔  Server</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TlsView</name>
    <message>
        <source>good, as of %1</source>
        <translation>gut, Stand %1</translation>
    </message>
    <message>
        <source>REVOKED on %1</source>
        <translation>WIDERRUFEN am %1</translation>
    </message>
    <message>
        <source>the responder does not know this certificate</source>
        <translation>die Auskunftsstelle kennt dieses Zertifikat nicht</translation>
    </message>
    <message>
        <source>it is no answer about this certificate</source>
        <translation>es ist keine Auskunft über dieses Zertifikat</translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>gilt bis %1</translation>
    </message>
    <message>
        <source>says %1</source>
        <translation>sagt %1</translation>
    </message>
    <message>
        <source>OCSP staple</source>
        <translation>OCSP-Auskunft</translation>
    </message>
    <message>
        <source>none was sent</source>
        <translation>keine gesendet</translation>
    </message>
    <message>
        <source>Transparency logs</source>
        <translation>Transparenzprotokolle</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to publish it, not checked: %1</source>
        <translation>
            <numerusform>%n Zusage, es zu veröffentlichen, nicht geprüft: %1</numerusform>
            <numerusform>%n Zusagen, es zu veröffentlichen, nicht geprüft: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate check</source>
        <translation>Zertifikatsprüfung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Server name (SNI)</source>
        <translation>Servername (SNI)</translation>
    </message>
    <message>
        <source>none: an address is not sent</source>
        <translation>keiner: Eine Adresse wird nicht gesendet</translation>
    </message>
    <message>
        <source>ALPN offered</source>
        <translation>ALPN angeboten</translation>
    </message>
    <message>
        <source>ALPN chosen</source>
        <translation>ALPN gewählt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>resumed from an earlier one: the certificates are those of that time</source>
        <translation>von einer früheren wieder aufgenommen: Die Zertifikate sind die von damals</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>This request went without TLS: its URL begins with http, so nothing on the way was encrypted.</source>
        <translation>Diese Anfrage ging ohne TLS: Ihre URL beginnt mit http, darum war unterwegs nichts verschlüsselt.</translation>
    </message>
    <message>
        <source>The request ended before it had a connection, so there was no handshake.</source>
        <translation>Die Anfrage endete, bevor sie eine Verbindung hatte, darum gab es keinen Handshake.</translation>
    </message>
    <message>
        <source>The request has no connection yet.</source>
        <translation>Die Anfrage hat noch keine Verbindung.</translation>
    </message>
    <message>
        <source>The connection ended before its handshake began.</source>
        <translation>Die Verbindung endete, bevor ihr Handshake begann.</translation>
    </message>
    <message>
        <source>The handshake is still under way.</source>
        <translation>Der Handshake läuft noch.</translation>
    </message>
    <message>
        <source>What was agreed on</source>
        <translation>Was vereinbart wurde</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Its messages were not recorded.</source>
        <translation>Seine Nachrichten wurden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Messages of the handshake</source>
        <translation>Nachrichten des Handshakes</translation>
    </message>
    <message>
        <source>Certificates, as the server sent them</source>
        <translation>Zertifikate, wie der Server sie gesendet hat</translation>
    </message>
    <message>
        <source>Trust for this host…</source>
        <translation>Für diesen Host vertrauen…</translation>
    </message>
    <message>
        <source>Save as PEM…</source>
        <translation>Als PEM sichern…</translation>
    </message>
    <message>
        <source>Write the selected certificate, or the whole chain, to a file</source>
        <translation>Das gewählte Zertifikat oder die ganze Kette in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TreeModel</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln Mitglied</numerusform>
            <numerusform>%Ln Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TreePage</name>
    <message>
        <source>Path of the selected value</source>
        <translation>Pfad des gewählten Werts</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy path (JSONPath or XPath)</source>
        <translation>Pfad kopieren (JSONPath oder XPath)</translation>
    </message>
    <message>
        <source>Body as a tree</source>
        <translation>Body als Baum</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy laid out</source>
        <translation>Formatiert kopieren</translation>
    </message>
</context>
<context>
    <name>sonde::ui::TrustDialog</name>
    <message>
        <source>Trust a certificate</source>
        <translation>Einem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Trust this certificate for %1?</source>
        <translation>Diesem Zertifikat für %1 vertrauen?</translation>
    </message>
    <message>
        <source>Subject: %1
Issued by: %2
Valid until: %3
SHA-256:
%4

Compare the fingerprint with one that reached you in another way: whoever listens in can send a certificate of their own. It is trusted for this host alone, and until Sonde is closed.</source>
        <translation>Inhaber: %1
Ausgestellt von: %2
Gültig bis: %3
SHA-256:
%4

Vergleichen Sie den Fingerabdruck mit einem, der Sie auf anderem Weg erreicht hat: Wer mithört, kann ein eigenes Zertifikat schicken. Vertraut wird ihm nur für diesen Host und nur, bis Sonde geschlossen wird.</translation>
    </message>
    <message>
        <source>Trust until Sonde is closed</source>
        <translation>Vertrauen, bis Sonde geschlossen wird</translation>
    </message>
</context>
<context>
    <name>sonde::ui::UrlEdit</name>
    <message>
        <source>Enter a URL, or paste a curl command</source>
        <translation>URL eingeben oder curl-Befehl einfügen</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>sonde::ui::UsesModel</name>
    <message>
        <source>opened it</source>
        <translation>hat sie geöffnet</translation>
    </message>
    <message>
        <source>found it open</source>
        <translation>fand sie offen</translation>
    </message>
    <message>
        <source>waited while it was opened</source>
        <translation>wartete, während sie geöffnet wurde</translation>
    </message>
    <message>
        <source>Request on this connection</source>
        <translation>Anfrage auf dieser Verbindung</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>sonde::ui::VariableAssist</name>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::VariableView</name>
    <message>
        <source>from Sonde’s playground</source>
        <translation>von Sondes Spielplatz</translation>
    </message>
    <message>
        <source>captured from a response</source>
        <translation>aus einer Antwort behalten</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>shared by all environments, from %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>für alle Umgebungen, aus %1</translation>
    </message>
    <message>
        <source>from the environment “%1” in %2</source>
        <extracomment>%1 the name of an environment, %2 of a file</extracomment>
        <translation>aus der Umgebung „%1“ in %2</translation>
    </message>
    <message>
        <source>Taken from an earlier response when the request is sent.</source>
        <translation>Wird beim Senden einer früheren Antwort entnommen.</translation>
    </message>
    <message>
        <source>Made anew each time the request is sent.</source>
        <translation>Wird bei jedem Senden neu erzeugt.</translation>
    </message>
    <message>
        <source>Nothing says what this stands for. Define it in the file as @%1 = …, or choose an environment that has it.</source>
        <translation>Nirgends steht, was das bedeutet. In der Datei als @%1 = … festlegen oder eine Umgebung wählen, die es kennt.</translation>
    </message>
    <message>
        <source>shadows %1, %2</source>
        <extracomment>%1 is a value, %2 where it comes from: &quot;from the environment …&quot;</extracomment>
        <translation>verdeckt %1, %2</translation>
    </message>
    <message>
        <source>a secret of the environment “%1”, kept in the keychain</source>
        <extracomment>%1 is the name of an environment</extracomment>
        <translation>ein Geheimnis der Umgebung „%1“, im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>%1 is the name of a request</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <extracomment>%1 is the name of a request, %2 of its file</extracomment>
        <translation>„%1“ in %2</translation>
    </message>
    <message>
        <source>captured from the response of %1</source>
        <extracomment>%1 is a request: “Log in”, or “Log in” in users.http</extracomment>
        <translation>behalten aus der Antwort auf %1</translation>
    </message>
    <message>
        <source>Captured from the response of %1, which has not brought it yet.</source>
        <extracomment>%1 is a request: “Log in”, or “Log in” in users.http</extracomment>
        <translation>Wird aus der Antwort auf %1 behalten, die es noch nicht gebracht hat.</translation>
    </message>
    <message>
        <source>a secret of the environment “%1”, kept in the encrypted file</source>
        <extracomment>%1 is the name of an environment</extracomment>
        <translation>ein Geheimnis der Umgebung „%1“, in der verschlüsselten Datei aufbewahrt</translation>
    </message>
    <message>
        <source>a secret of the environment “%1”</source>
        <extracomment>%1 is the name of an environment</extracomment>
        <translation>ein Geheimnis der Umgebung „%1“</translation>
    </message>
</context>
<context>
    <name>sonde::ui::VersionBox</name>
    <message>
        <source>Auto</source>
        <extracomment>The HTTP version is agreed with the server.</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>HTTP/1.0</source>
        <translation>HTTP/1.0</translation>
    </message>
    <message>
        <source>HTTP/1.1</source>
        <translation>HTTP/1.1</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>h2c</source>
        <translation>h2c</translation>
    </message>
    <message>
        <source>With https the server picks HTTP/2 or HTTP/1.1 while the connection is secured; with http it is HTTP/1.1.</source>
        <translation>Mit https wählt der Server beim Absichern der Verbindung HTTP/2 oder HTTP/1.1; mit http ist es HTTP/1.1.</translation>
    </message>
    <message>
        <source>HTTP/1.0, for old servers: a connection for every request, and no chunked transfer.</source>
        <translation>HTTP/1.0 für alte Server: eine Verbindung je Anfrage und keine Übertragung in Chunks.</translation>
    </message>
    <message>
        <source>HTTP/1.1 and nothing else: one request after the other on each connection.</source>
        <translation>HTTP/1.1 und nichts anderes: auf jeder Verbindung eine Anfrage nach der anderen.</translation>
    </message>
    <message>
        <source>HTTP/2 over https and nothing else. The request fails if the server does not agree to it.</source>
        <translation>HTTP/2 über https und nichts anderes. Die Anfrage scheitert, wenn der Server nicht zustimmt.</translation>
    </message>
    <message>
        <source>HTTP/2 without encryption, spoken from the first octet. The server must be known to understand it.</source>
        <translation>HTTP/2 ohne Verschlüsselung, vom ersten Byte an. Der Server muss es bekanntermaßen verstehen.</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP-Version</translation>
    </message>
</context>
<context>
    <name>sonde::ui::Waterfall</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Timing waterfall</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), %1 in all</source>
        <translation>
            <numerusform>%n Anfrage, insgesamt %1</numerusform>
            <numerusform>%n Anfragen, insgesamt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, ab %3</translation>
    </message>
    <message>
        <source>Another request opened this connection.</source>
        <translation>Eine andere Anfrage hat diese Verbindung geöffnet.</translation>
    </message>
    <message>
        <source>The response began before the request was all sent.</source>
        <translation>Die Antwort begann, bevor die Anfrage ganz gesendet war.</translation>
    </message>
    <message>
        <source>Server (estimate)</source>
        <translation>Server (geschätzt)</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Gestockt</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WindowPlot</name>
    <message>
        <source>Windows in time</source>
        <translation>Fenster im Lauf der Zeit</translation>
    </message>
    <message>
        <source>stream %1</source>
        <translation>Stream %1</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WindowStory</name>
    <message>
        <source>Stream %1 had no content in this direction.</source>
        <translation>Stream %1 hatte in dieser Richtung keinen Inhalt.</translation>
    </message>
    <message>
        <source>Stream %1: %2 of content, which never had to wait for a window.</source>
        <translation>Stream %1: %2 Inhalt, der nie auf ein Fenster warten musste.</translation>
    </message>
    <message numerus="yes">
        <source>Stream %1: %2 of content, which waited %n time(s) for a window, %3 in all.</source>
        <translation>
            <numerusform>Stream %1: %2 Inhalt, der %n-mal auf ein Fenster wartete, insgesamt %3.</numerusform>
            <numerusform>Stream %1: %2 Inhalt, der %n-mal auf ein Fenster wartete, insgesamt %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is inferred: the window was shut, and content came after it opened.</source>
        <translation>Das ist erschlossen: das Fenster war zu, und Inhalt kam, nachdem es aufging.</translation>
    </message>
    <message>
        <source>A window of %1 would have sufficed: %2 at a round trip of %3.</source>
        <translation>Ein Fenster von %1 hätte gereicht: %2 bei einem Hin und Zurück von %3.</translation>
    </message>
    <message>
        <source>stream opened</source>
        <translation>Stream geöffnet</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WindowTable</name>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>stream %1</source>
        <translation>Stream %1</translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation>Zeit, ms</translation>
    </message>
    <message>
        <source>Window of</source>
        <translation>Fenster von</translation>
    </message>
    <message>
        <source>Octets left</source>
        <translation>Oktette übrig</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WindowsPane</name>
    <message>
        <source>Steps of the windows</source>
        <translation>Schritte der Fenster</translation>
    </message>
    <message>
        <source>HTTP/1 has no windows of its own: TCP alone slows a sender.</source>
        <translation>HTTP/1 hat keine eigenen Fenster: nur TCP bremst einen Sender.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WireDetail</name>
    <message>
        <source>Rule broken</source>
        <translation>Regel verletzt</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Error that the rule names</source>
        <translation>Fehler laut Regel</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>Frame %1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>, whole %1 later</source>
        <translation>, ganz %1 später</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>0, the connection itself</source>
        <translation>0, die Verbindung selbst</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>%1 on the wire, %2 as HTTP/1.1 text</source>
        <translation>%1 auf der Leitung, %2 als HTTP/1.1-Text</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>The header section is not whole yet.</source>
        <translation>Der Kopf ist noch nicht ganz da.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>%1 to %2; the fields are those of all of them</source>
        <translation>%1 bis %2; die Felder sind die von allen</translation>
    </message>
    <message>
        <source>Table size update</source>
        <translation>Neue Tabellengröße</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s): too many to show</source>
        <translation>
            <numerusform>%n weiteres Feld: zu viele zum Zeigen</numerusform>
            <numerusform>%n weitere Felder: zu viele zum Zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>%1, from octet %2 of the message</source>
        <translation>%1, ab Oktett %2 der Nachricht</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>stream %1, alone</source>
        <translation>Stream %1, allein</translation>
    </message>
    <message>
        <source>stream %1</source>
        <translation>Stream %1</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Promised stream</source>
        <translation>Versprochener Stream</translation>
    </message>
    <message>
        <source>Last stream</source>
        <translation>Letzter Stream</translation>
    </message>
    <message>
        <source>Debug data</source>
        <translation>Fehlersuchtext</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Zuwachs</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>Alternative services</source>
        <translation>Andere Dienste</translation>
    </message>
    <message>
        <source>Prioritized stream</source>
        <translation>Stream, den es betrifft</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>%1 later, with frame %2</source>
        <translation>%1 später, mit Frame %2</translation>
    </message>
    <message>
        <source>not yet: the other side has not acknowledged them</source>
        <translation>noch nicht: die Gegenseite hat sie nicht bestätigt</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>the settings of frame %1</source>
        <translation>die Einstellungen von Frame %1</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>bisher keine</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>Beantwortet nach</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>Start line</source>
        <translation>Startzeile</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>These octets belong to no message (RFC 9112 section 6.3).</source>
        <translation>Diese Oktette gehören zu keiner Nachricht (RFC 9112 Abschnitt 6.3).</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WireFilter</name>
    <message>
        <source>A quotation mark is missing at the end of %1.</source>
        <translation>Am Ende von %1 fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>Words that must all hold: stream:1, type:DATA, flag:END_STREAM, dir:in or dir:out, len&gt;1000, at&gt;12.5 (milliseconds), is:finding, is:violation, any text. A comma means or, a minus in front means not: -type:DATA,PING.</source>
        <translation>Wörter, die alle gelten müssen: stream:1, type:DATA, flag:END_STREAM, dir:in oder dir:out, len&gt;1000, at&gt;12.5 (Millisekunden), is:finding, is:violation, beliebiger Text. Ein Komma heißt oder, ein Minus davor heißt nicht: -type:DATA,PING.</translation>
    </message>
    <message>
        <source>%1: a stream is a number, as in stream:1.</source>
        <translation>%1: ein Stream ist eine Zahl, wie in stream:1.</translation>
    </message>
    <message>
        <source>%1: which stream? Write stream:1.</source>
        <translation>%1: welcher Stream? Schreiben Sie stream:1.</translation>
    </message>
    <message>
        <source>%1: which type? Write type:DATA.</source>
        <translation>%1: welche Art? Schreiben Sie type:DATA.</translation>
    </message>
    <message>
        <source>%1: which flag? Write flag:ACK.</source>
        <translation>%1: welches Flag? Schreiben Sie flag:ACK.</translation>
    </message>
    <message>
        <source>%1: the direction is dir:in or dir:out.</source>
        <translation>%1: die Richtung ist dir:in oder dir:out.</translation>
    </message>
    <message>
        <source>%1: it can be is:finding or is:violation.</source>
        <translation>%1: möglich ist is:finding oder is:violation.</translation>
    </message>
    <message>
        <source>%1: octets are a number, as in len&gt;1000.</source>
        <translation>%1: Oktette sind eine Zahl, wie in len&gt;1000.</translation>
    </message>
    <message>
        <source>%1: milliseconds are a number, as in at&gt;12.5.</source>
        <translation>%1: Millisekunden sind eine Zahl, wie in at&gt;12.5.</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WireMap</name>
    <message>
        <source>Handed on</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>at %1 ms</source>
        <translation>bei %1 ms</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>octet %1 of %2 that were %3, TLS taken off</source>
        <extracomment>%3 is &quot;sent&quot; or &quot;received&quot;</extracomment>
        <translation>Oktett %1 von %2, die %3 wurden, ohne TLS</translation>
    </message>
    <message>
        <source>octet %1 of %2 that were %3</source>
        <translation>Oktett %1 von %2, die %3 wurden</translation>
    </message>
    <message>
        <source>%1 of the connection</source>
        <translation>%1 der Verbindung</translation>
    </message>
    <message>
        <source>%1, stream %2</source>
        <translation>%1, Stream %2</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>Part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>octet %1 of the content</source>
        <translation>Oktett %1 des Inhalts</translation>
    </message>
    <message>
        <source>TLS record %1</source>
        <translation>TLS-Record %1</translation>
    </message>
    <message>
        <source>%1 octets on the wire, %2 of them around what it carries; at %3 ms</source>
        <extracomment>of a TLS record; &quot;around&quot; are its header, its tag and its padding</extracomment>
        <translation>%1 Oktette auf der Leitung, %2 davon um das herum, was er trägt; bei %3 ms</translation>
    </message>
</context>
<context>
    <name>sonde::ui::WireWords</name>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>the header section is not whole yet</source>
        <translation>der Kopf ist noch nicht ganz da</translation>
    </message>
    <message>
        <source>goes on with the fields of frame %1</source>
        <translation>setzt die Felder von Frame %1 fort</translation>
    </message>
    <message>
        <source>depends on stream %1, weight %2</source>
        <translation>hängt ab von Stream %1, Gewicht %2</translation>
    </message>
    <message>
        <source>content from octet %1</source>
        <translation>Inhalt ab Oktett %1</translation>
    </message>
    <message>
        <source>of calls before this one; not kept with it</source>
        <translation>von Aufrufen vor diesem; nicht mit ihm aufgehoben</translation>
    </message>
    <message>
        <source>earlier messages</source>
        <translation>frühere Nachrichten</translation>
    </message>
    <message>
        <source>the settings of the other side are in force</source>
        <translation>die Einstellungen der Gegenseite sind in Kraft</translation>
    </message>
    <message>
        <source>all as they were</source>
        <translation>alle wie zuvor</translation>
    </message>
    <message>
        <source>promises stream %1</source>
        <translation>verspricht Stream %1</translation>
    </message>
    <message>
        <source>%1, last stream %2</source>
        <translation>%1, letzter Stream %2</translation>
    </message>
    <message>
        <source>stream %1: %2</source>
        <translation>Stream %1: %2</translation>
    </message>
    <message>
        <source>the last chunk</source>
        <translation>das letzte Stück</translation>
    </message>
    <message>
        <source>%1 octets follow</source>
        <translation>%1 Oktette folgen</translation>
    </message>
    <message>
        <source>line end after the chunk</source>
        <translation>Zeilenende nach dem Stück</translation>
    </message>
    <message>
        <source>empty line</source>
        <translation>Leerzeile</translation>
    </message>
    <message>
        <source>request head</source>
        <translation>Anfragekopf</translation>
    </message>
    <message>
        <source>response head</source>
        <translation>Antwortkopf</translation>
    </message>
    <message>
        <source>chunk size</source>
        <translation>Stückgröße</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>chunk end</source>
        <translation>Stückende</translation>
    </message>
    <message>
        <source>trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>stray octets</source>
        <translation>verirrte Oktette</translation>
    </message>
    <message>
        <source>written out, put into the table</source>
        <translation>ausgeschrieben, in die Tabelle gelegt</translation>
    </message>
    <message>
        <source>written out, never to be put into a table</source>
        <translation>ausgeschrieben, darf in keine Tabelle</translation>
    </message>
    <message>
        <source>written out, not put into the table</source>
        <translation>ausgeschrieben, nicht in die Tabelle gelegt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>index %1, put into the table by stream %2</source>
        <translation>Index %1, in die Tabelle gelegt von Stream %2</translation>
    </message>
    <message>
        <source>index %1 of the static table</source>
        <translation>Index %1 der festen Tabelle</translation>
    </message>
    <message>
        <source>name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Huffman coded</source>
        <translation>Huffman-kodiert</translation>
    </message>
</context>
</TS>
