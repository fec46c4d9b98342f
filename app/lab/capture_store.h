// What a session of sends has learned from its responses: captured variables and responses by the
// name of their request. Gives each next request the values it refers to. One thread.
#pragma once

#include "collection/http_file.h"
#include "lab/run_answer.h"

#include <QHash>

namespace sonde::lab
{

// A capture, "# [capture] token = body.$.token".
struct CaptureRule {
    QString name;
    RunExpression expression;
};
[[nodiscard]] http::Result<CaptureRule> parseCapture(const QString &text);

class CaptureStore
{
public:
    // Keeps the response under the request's name and takes the captures that its annotations ask
    // for. Returns the names captured. Error: a capture that is not understood or finds nothing;
    // those before it are kept.
    [[nodiscard]] http::Result<QStringList> learn(const QString &file,
                                                  const collection::HttpRequest &request,
                                                  const http::Request &sent,
                                                  const RunAnswer &answer);

    // The captured variables, and a value for each {{login.response.body.$.token}} that the
    // document or a variable it uses names. Error: a response that is not there yet or lacks the
    // value.
    [[nodiscard]] http::Result<collection::Variables>
    literals(const QString &file, const collection::RequestDocument &document,
             const collection::Variables &variables, const QStringList &requestNames) const;

    [[nodiscard]] const collection::Variables &captured() const { return m_captured; }

private:
    struct Kept {
        RunAnswer answer;
        http::Request sent;
    };
    [[nodiscard]] http::Result<QString> referred(const QString &file, const QString &name) const;

    collection::Variables m_captured;
    QHash<std::pair<QString, QString>, Kept> m_responses; // by file and name
};

// All names between {{ and }} in a document, and in the variables that those stand for.
[[nodiscard]] QStringList namesUsed(const collection::RequestDocument &document,
                                    const collection::Variables &variables);

} // namespace sonde::lab
