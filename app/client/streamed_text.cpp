#include "client/event_index.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde::client
{
namespace
{

// Names to go down by; a list stands for its first element.
constexpr std::initializer_list<QStringView> forms[] = {
    {u"choices", u"delta", u"content"},             // OpenAI, chat
    {u"choices", u"text"},                          // OpenAI, completions
    {u"delta", u"text"},                            // Anthropic
    {u"message", u"content"},                       // Ollama, chat
    {u"response"},                                  // Ollama, generate
    {u"candidates", u"content", u"parts", u"text"}, // Gemini
    {u"token", u"text"},                            // Text Generation Inference
    {u"delta"},                                     // OpenAI, responses
    {u"content"},                                   // llama.cpp
};

QString textAt(QJsonValue value, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (value.isArray())
            value = value.toArray().first();
        value = value.toObject().value(name);
    }
    return value.toString();
}

} // namespace

QByteArray streamedText(const QByteArray &data)
{
    if (data == "[DONE]")
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (!document.isObject())
        return document.isNull() ? data : QByteArray();
    for (const auto &names : forms) {
        const QString text = textAt(document.object(), names);
        if (!text.isEmpty())
            return text.toUtf8();
    }
    return {};
}

} // namespace sonde::client
