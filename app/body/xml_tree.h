// XML as a tree: elements with their attributes first, then their content; blank text is left out.
#pragma once

#include "body/tree_form.h"

namespace sonde::body
{

enum class XmlKind : quint8 {
    Element,
    Attribute,
    Text,
    Data, // <![CDATA[ ]]>
    Comment,
    Instruction, // <? ?>
    Declaration, // <!DOCTYPE >
};

[[nodiscard]] const TreeForm &xmlTree();

// With the five names and the numbers of characters (XML 1.0 section 4.6); others stay.
[[nodiscard]] QByteArray unescapedXml(QByteArrayView text);

} // namespace sonde::body
