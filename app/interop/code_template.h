// Text made from a template: {{name}} is a value, {{#name}}…{{/name}} stands once for each entry of
// a list or once if the value is there, {{^name}}…{{/name}} if it is not. Pure.
#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace sonde::interop
{

struct TemplateData {
    QMap<QString, QString> values; // an empty value is not there
    QMap<QString, std::vector<TemplateData>> lists;
};

// Values are inserted as they are: literals have to be quoted already. Inside a section names of
// the outer ones are known too. A name that is not known is nothing.
[[nodiscard]] QString fillTemplate(QStringView text, const TemplateData &data);

} // namespace sonde::interop
