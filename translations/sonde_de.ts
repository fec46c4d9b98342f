<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>New &amp;tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an empty request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the requests of a .http file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another folder of .http files in the sidebar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the request back to its .http file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the request to a .http file of your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this tab; it can be reopened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reopen closed tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the tab that was closed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window. Open tabs and their drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change to the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill a new tab from a curl command or URL in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy of this request in a new tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the hit before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the collections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response &amp;beside or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the response beside the request, or below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the desktop is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request as it is now once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the request and keep what has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on the HTTP version with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/&amp;2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with HTTP/2 over https, or fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.&amp;1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with HTTP/1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;h2c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with HTTP/2 without encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.&amp;0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with HTTP/1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any action by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a request of the collection by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the address of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the method of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the query parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the header fields of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the body of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how the request is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esponse body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the body of the response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response he&amp;aders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the header fields of the response.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the time went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show addresses, protocol and certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next part of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the part of the window before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tab to the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tab to the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tab %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tab with this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every action and its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Sonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show version and licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP &amp;version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP version: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyContent</name>
    <message>
        <source>Nothing of the body arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A response to HEAD has no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A response with status %1 has no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a part of the body: %1 of %2 arrived.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a part of the body: the response ended with an error.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyPage</name>
    <message>
        <source>This request is sent without a body. Choose a kind above to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is read while it is sent; it may be of any size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the JSON out afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The media type, sent as Content-Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON in line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyPane</name>
    <message>
        <source>Pretty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatted for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Octet by octet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the end in sight while the body grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in body (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the body to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body could not be saved to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are too much for the clipboard; a file can take them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::BodyView</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::CertificateTable</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not reached: the handshake ended before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted: chain, dates and name are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT VERIFIED, as asked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::CodeEdit</name>
    <message>
        <source>Body text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionDesk</name>
    <message>
        <source>The sample collection could not be written to %1. Check that the folder can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no request at that place any more. Read the folders again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionPanel</name>
    <message>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests here yet. Open a folder of .http files, or save a request into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of the collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the folders &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::CommandPalette</name>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionView</name>
    <message>
        <source>the URL names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an override in the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the resolver of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server ended the stream: the body is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all announced octets arrived: the body is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last chunk arrived: the body is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a response of this kind has no body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server closed: nothing proves that the body is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>yes; it carried %n request(s) so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no; opened for this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name (SNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALPN offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALPN chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumed from an earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request head on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request body on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response head on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response body on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content, encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection, received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, as the server sent them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::DocumentPage</name>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::EngineBackend</name>
    <message>
        <source>Playground at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ErrorPage</name>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, as the server sent them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended %1; the cause lies %2.</source>
        <extracomment>%1 is a moment, &quot;while connecting&quot;; %2 says by whose hand, &quot;on the other side&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe to send again: the request was not processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the server acted on the request is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ErrorText</name>
    <message>
        <source>The URL cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A URL is a scheme, a host and a path: https://host/path. Spaces and unfinished brackets are the usual slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL has a scheme that cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only http and https go over the wire here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method is not a valid word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A method is letters, digits and a few signs, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header field cannot be sent as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field name has no spaces or colons, and a value has no line breaks: either would let one field pose as another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This HTTP version cannot be used here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version chosen in the options does not go with this URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two options contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence above names them; switch one off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one in the environment or in the request, or choose another environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the request is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted after it was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the request cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its permissions or its disk do not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file changed while it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size announced to the server no longer fits, so sending was stopped rather than finished wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is missing or its permissions do not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodies above a megabyte are kept on disk while they are shown. What arrived so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name could not be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No resolver knows this name. A slip in the name, a VPN that is off or a name that only exists in another network are the usual causes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name servers did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name may well exist: asking for it failed. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer answered that nobody listens on this port. Is the server running, and is the port right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to this address from here: the network is off, or a router on the way gave up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every address of the host was tried; the list of attempts is under Timing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy answered, but would not open a tunnel to this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its address in the options, or go without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy speaks something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What listens there does not answer as a proxy of this kind does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides found no way to speak safely: no common version or cipher, a client certificate that is asked for, or no TLS on this port at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its chain does not end at an authority that this computer trusts. A self-signed certificate or one of a company network are the usual causes; so is somebody who listens in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s operator has to renew it. If its dates look right, check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first day lies in the future. Check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answered cannot prove to be the host in the URL. The names it may use are in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate of the chain breaks a rule; the table marks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to hold certificates in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client certificate cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate and key have to be readable and to belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not speak this HTTP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is pinned in the options, and a pin never falls back to another one silently. Choose Auto to take what the server offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one octet of a response arrived. A crash of the server, TLS on a port without it, or a guard in between are the usual causes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before everything announced had arrived. What came is under Body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be sent to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side stopped taking octets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived by then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server sent cannot be read as a response. Another kind of server on this port is the usual cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response is larger than is reasonable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of it went over a limit that guards this computer; the sentence above says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reset the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/2 lets one side end a single exchange while the connection goes on; the code in the details says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is closing the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It announced that it takes no more requests on this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side broke a rule of the protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on would mean guessing, so the exchange was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered in another HTTP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is pinned in the options, and a pin never falls back to another one silently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body cannot be decompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is announced as compressed, but does not read as such. Switch decoding off in the options to see it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has a coding that is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch decoding off in the options to see it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body inflates beyond reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few octets became very many: a common way to fill a memory or a disk. Go on only if you know the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up, connecting and securing together went over the connect timeout. A firewall that drops packets is the usual cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took too long to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, and nothing came back within the time to the first octet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arrived for longer than the idle timeout allows. What came before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went over the total timeout, redirects included. What came before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server keeps sending us on, often in a circle: a missing cookie or two servers that disagree about http and https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The redirect leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address it names cannot be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body cannot be sent a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A redirect or a retry asks for it again, but it came from a source that can be read only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Sonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This should not happen. The details help to find out why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry once unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust for this host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before anything was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while waiting for a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while looking up the host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while talking to the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>during the TLS handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while sending the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while waiting for the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while receiving the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while receiving the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while storing the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the other side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::FileField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the file, or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::FindBar</name>
    <message>
        <source>Find in body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::Format</name>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number with separators, %n the same number for the plural form</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>octets in a second</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request as sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request, not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never indexed: no proxy may remember it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersView</name>
    <message>
        <source>Filter by name or value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many header fields a filter lets through: &quot;12 of 4,310&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as a new request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::HopSelector</name>
    <message>
        <source>Requests of this chain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::MainWindow</name>
    <message>
        <source>Sonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonde does not carry out everything in this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tab was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no changes to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not that many tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Sonde</source>
        <extracomment>The title of the window: %1 is a request.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests (*.http *.rest);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of .http files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the request to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests (*.http)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy a URL or a curl command first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Sonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonde %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what really goes over the wire when you send an HTTP request.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::MethodBox</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method; any token can be typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::OptionsPage</name>
    <message>
        <source>HTTP &amp;version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow &amp;redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 20, each shown as an exchange of its own. Credentials are left out when a redirect leads to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 s, as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to c&amp;onnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the server’s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, after a number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate that is expired, unknown or for another name ends the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: whoever sits between you and the server can read and change everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::PartDelegate</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::PartModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::PhaseStrip</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the request came</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::Phases</name>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for 100 Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep what has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how much has arrived: &quot;1.2 MB of 200 MB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::RequestPane</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>has a body</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The request was filled in from a curl command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResponsePane</name>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response will stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing arrived that could be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowEditor</name>
    <message>
        <source>%1 as text</source>
        <comment>Headers as text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: value, one to a line; # in front switches it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name=value, one to a line; # in front switches it off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowModel</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on or &amp;off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::RowTools</name>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action (key)</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::SendButton</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, and keep what has arrived (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::ShortcutHelp</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::StatusLine</name>
    <message>
        <source>State of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection of the last exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1, new · %2 · %3</source>
        <extracomment>%1 number of the connection, %2 HTTP version, %3 address of the server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1, reused · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::SummaryLine</name>
    <message>
        <source>Waiting for the response…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire: %1 of head, %2 of body
Content as sent: %3
Content decoded: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From Send to the end, over %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From Send to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was noticed on the way stands under Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT VERIFIED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was open already: no look-up, no connecting, no handshake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::TabStrip</name>
    <message>
        <source>Open requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::TimingTable</name>
    <message>
        <source>connection reused: no look-up, no connecting, no handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up: another address was faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared: another request opened this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the response began before the request was all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::TimingView</name>
    <message>
        <source>Timing in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::UrlEdit</name>
    <message>
        <source>Enter a URL, or paste a curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::VersionBox</name>
    <message>
        <source>Auto</source>
        <extracomment>The HTTP version is agreed with the server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h2c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With https the server picks HTTP/2 or HTTP/1.1 while the connection is secured; with http it is HTTP/1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.0, for old servers: a connection for every request, and no chunked transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.1 and nothing else: one request after the other on each connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/2 over https and nothing else. The request fails if the server does not agree to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/2 without encryption, spoken from the first octet. The server must be known to understand it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonde::ui::Waterfall</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing waterfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), %1 in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another request opened this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response began before the request was all sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
