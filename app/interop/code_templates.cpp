#include "interop/code_templates.h"

namespace sonde::interop
{
namespace
{

constexpr QByteArrayView curl =
    R"~(curl{{#isHead}} --head{{/isHead}}{{^isHead}} --request {{method}}{{/isHead}}{{#follows}} --location{{/follows}}{{#unverified}} --insecure{{/unverified}}{{#version}} --{{version}}{{/version}} --compressed{{#connectTimeout}} --connect-timeout {{connectTimeout}}{{/connectTimeout}}{{#timeout}} --max-time {{timeout}}{{/timeout}} \
  --url {{url}}{{#headers}} \
  --header {{curlLine}}{{/headers}}{{#text}} \
  --data-raw {{text}}{{/text}}{{#file}} \
  --data-binary {{atFile}}{{/file}}{{#parts}} \
  {{curlPart}}{{/parts}}
)~";

constexpr QByteArrayView httpie =
    R"~(http{{#follows}} --follow{{/follows}}{{#unverified}} --verify=no{{/unverified}}{{#parts?}} --multipart{{/parts?}}{{#text}} --raw {{text}}{{/text}} \
  {{method}} {{url}}{{#headers}} \
  {{httpieLine}}{{/headers}}{{#parts}} \
  {{httpiePart}}{{/parts}}{{#file}} \
  < {{file}}{{/file}}
)~";

constexpr QByteArrayView requests = R"~(import requests

response = requests.request(
    {{method}},
    {{url}},
{{#joined?}}    headers={
{{/joined?}}{{#joined}}        {{name}}: {{value}},
{{/joined}}{{#joined?}}    },
{{/joined?}}{{#text}}    data={{text}}.encode(),
{{/text}}{{#file}}    data=open({{file}}, "rb"),
{{/file}}{{#parts?}}    files=[
{{/parts?}}{{#parts}}        ({{name}}, ({{#path}}{{fileName}}, open({{path}}, "rb"){{/path}}{{^path}}None, {{value}}{{/path}}{{#type}}, {{type}}{{/type}})),
{{/parts}}{{#parts?}}    ],
{{/parts?}}{{#unverified}}    verify=False,
{{/unverified}}    allow_redirects={{pyFollows}},
)
print(response.status_code, response.reason)
print(response.text)
)~";

constexpr QByteArrayView httpx = R"~(import httpx

with httpx.Client({{#http2}}http2=True, {{/http2}}{{#unverified}}verify=False, {{/unverified}}follow_redirects={{pyFollows}}) as client:
    response = client.request(
        {{method}},
        {{url}},
{{#headers?}}        headers=[
{{/headers?}}{{#headers}}            ({{name}}, {{value}}),
{{/headers}}{{#headers?}}        ],
{{/headers?}}{{#text}}        content={{text}}.encode(),
{{/text}}{{#file}}        content=open({{file}}, "rb"),
{{/file}}{{#parts?}}        files=[
{{/parts?}}{{#parts}}            ({{name}}, ({{#path}}{{fileName}}, open({{path}}, "rb"){{/path}}{{^path}}None, {{value}}.encode(){{/path}}{{#type}}, {{type}}{{/type}})),
{{/parts}}{{#parts?}}        ],
{{/parts?}}    )
print(response.http_version, response.status_code, response.reason_phrase)
print(response.text)
)~";

constexpr QByteArrayView fetchTemplate = R"~({{#reads}}import { readFile } from "node:fs/promises";

{{/reads}}{{#fetchRefuses}}// fetch() throws at this: it sends no content with GET or HEAD. Other programs do.
{{/fetchRefuses}}{{#parts?}}const form = new FormData();
{{/parts?}}{{#parts}}form.append({{name}}, {{#path}}new Blob([await readFile({{path}})]{{#type}}, { type: {{type}} }{{/type}}), {{fileName}}{{/path}}{{^path}}{{#type}}new Blob([{{value}}], { type: {{type}} }){{/type}}{{^type}}{{value}}{{/type}}{{/path}});
{{/parts}}{{#parts?}}
{{/parts?}}const response = await fetch({{url}}, {
  method: {{method}},
{{#headers?}}  headers: [
{{/headers?}}{{#headers}}    [{{name}}, {{value}}],
{{/headers}}{{#headers?}}  ],
{{/headers?}}{{#text}}  body: {{text}},
{{/text}}{{#file}}  body: await readFile({{file}}),
{{/file}}{{#parts?}}  body: form,
{{/parts?}}  redirect: {{jsFollows}},
});
console.log(response.status, response.statusText);
console.log(await response.text());
)~";

constexpr QByteArrayView go = R"~(package main

import (
{{#parts?}}	"bytes"
{{/parts?}}{{#unverified}}	"crypto/tls"
{{/unverified}}	"fmt"
	"io"
	"log"
{{#parts?}}	"mime/multipart"
{{/parts?}}	"net/http"
{{#parts?}}	"net/textproto"
{{/parts?}}{{#reads}}	"os"
{{/reads}}{{#text}}	"strings"
{{/text}})

func main() {
{{#file}}	body, err := os.Open({{file}})
	if err != nil {
		log.Fatal(err)
	}
	defer body.Close()
{{/file}}{{#text}}	body := strings.NewReader({{text}})
{{/text}}{{#parts?}}	body := &bytes.Buffer{}
	form := multipart.NewWriter(body)
	add := func(disposition, mediaType string, content []byte, err error) {
		if err != nil {
			log.Fatal(err)
		}
		head := textproto.MIMEHeader{"Content-Disposition": {disposition}}
		if mediaType != "" {
			head.Set("Content-Type", mediaType)
		}
		part, err := form.CreatePart(head)
		if err != nil {
			log.Fatal(err)
		}
		part.Write(content)
	}
{{/parts?}}{{#parts}}{{#path}}	{
		content, err := os.ReadFile({{path}})
		add({{disposition}}, {{typeOrNone}}, content, err)
	}
{{/path}}{{^path}}	add({{disposition}}, {{typeOrNone}}, []byte({{value}}), nil)
{{/path}}{{/parts}}{{#parts?}}	form.Close()
{{/parts?}}	request, err := http.NewRequest({{method}}, {{url}}, {{#hasBody}}body{{/hasBody}}{{^hasBody}}nil{{/hasBody}})
	if err != nil {
		log.Fatal(err)
	}
{{#headers}}	request.Header.Add({{name}}, {{value}})
{{/headers}}{{#parts?}}	request.Header.Set("Content-Type", form.FormDataContentType())
{{/parts?}}	client := &http.Client{}
{{#unverified}}	client.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
{{/unverified}}{{^follows}}	client.CheckRedirect = func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}
{{/follows}}	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Status)
	fmt.Println(string(content))
}
)~";

constexpr QByteArrayView libcurl = R"~(#include <curl/curl.h>

#include <cstdio>
#include <string>

int main()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL *curl = curl_easy_init();
    if (!curl)
        return 1;
    curl_easy_setopt(curl, CURLOPT_URL, {{url}});
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, {{method}});
{{#isHead}}    curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
{{/isHead}}    curl_slist *fields = nullptr;
{{#headers}}    fields = curl_slist_append(fields, {{curlLine}});
{{/headers}}    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
{{#text}}    const std::string body = {{text}};
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
{{/text}}{{#file}}    FILE *file = std::fopen({{file}}, "rb");
    if (!file)
        return 1;
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READDATA, file);
{{/file}}{{#parts?}}    curl_mime *form = curl_mime_init(curl);
    curl_mimepart *part = nullptr;
{{/parts?}}{{#parts}}    part = curl_mime_addpart(form);
    curl_mime_name(part, {{name}});
{{#path}}    curl_mime_filedata(part, {{path}});
    curl_mime_filename(part, {{fileName}});
{{/path}}{{^path}}    curl_mime_data(part, {{value}}, CURL_ZERO_TERMINATED);
{{/path}}{{#type}}    curl_mime_type(part, {{type}});
{{/type}}{{/parts}}{{#parts?}}    curl_easy_setopt(curl, CURLOPT_MIMEPOST, form);
{{/parts?}}{{#follows}}    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
{{/follows}}{{#unverified}}    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
{{/unverified}}    const CURLcode result = curl_easy_perform(curl);
    if (result != CURLE_OK)
        std::fprintf(stderr, "%s\n", curl_easy_strerror(result));
    curl_slist_free_all(fields);
{{#file}}    std::fclose(file);
{{/file}}{{#parts?}}    curl_mime_free(form);
{{/parts?}}    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return result == CURLE_OK ? 0 : 1;
}
)~";

constexpr QByteArrayView qt = R"~(#include <QCoreApplication>
#include <QFile>
#include <QHttpMultiPart>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextStream>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(QString::fromUtf8({{url}})));
{{#joined}}    request.setRawHeader({{name}}, {{value}});
{{/joined}}    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, {{qtFollows}});
{{#unverified}}    QSslConfiguration tls = request.sslConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    request.setSslConfiguration(tls);
{{/unverified}}{{#file}}    QFile body(QString::fromUtf8({{file}}));
    if (!body.open(QIODevice::ReadOnly))
        return 1;
{{/file}}{{#text}}    const QByteArray body({{text}});
{{/text}}{{#parts?}}    QHttpMultiPart body(QHttpMultiPart::FormDataType);
{{/parts?}}{{#parts}}    {
        QHttpPart part;
        part.setRawHeader("Content-Disposition", {{disposition}});
{{#type}}        part.setRawHeader("Content-Type", {{type}});
{{/type}}{{#path}}        auto *file = new QFile(QString::fromUtf8({{path}}), &body);
        if (!file->open(QIODevice::ReadOnly))
            return 1;
        part.setBodyDevice(file);
{{/path}}{{^path}}        part.setBody({{value}});
{{/path}}        body.append(part);
    }
{{/parts}}    QNetworkReply *reply = manager.sendCustomRequest(request, {{method}}{{#text}}, body{{/text}}{{#file}}, &body{{/file}}{{#parts?}}, &body{{/parts?}});
    QObject::connect(reply, &QNetworkReply::finished, &application, [reply] {
        QTextStream(stdout) << reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()
                            << '\n'
                            << QString::fromUtf8(reply->readAll()) << '\n';
        QCoreApplication::exit(reply->error() == QNetworkReply::NoError ? 0 : 1);
    });
    return application.exec();
}
)~";

constexpr CodeTemplate templates[] = {
    {{"curl", "curl", "sh"}, Quoting::Shell, curl},
    {{"httpie", "HTTPie", "sh"}, Quoting::Shell, httpie},
    {{"python-requests", "Python (requests)", "py"}, Quoting::Python, requests},
    {{"python-httpx", "Python (httpx)", "py"}, Quoting::Python, httpx},
    {{"javascript-fetch", "JavaScript (fetch)", "mjs"}, Quoting::JavaScript, fetchTemplate},
    {{"go", "Go", "go"}, Quoting::Go, go},
    {{"cpp-libcurl", "C++ (libcurl)", "cpp"}, Quoting::Cpp, libcurl},
    {{"cpp-qt", "C++ (Qt)", "cpp"}, Quoting::Cpp, qt},
};

} // namespace

std::span<const CodeTemplate> codeTemplates()
{
    return templates;
}

} // namespace sonde::interop
