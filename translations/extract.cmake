# cmake -DFROM=folder -DINTO=folder -P extract.cmake: the sources as lupdate can read them. 6.4 does not
# understand `namespace a::b`, 6.8 ends a namespace with an `enum A : type`, so that contexts would lose
# their namespace; and neither sees through the short macro of the table of actions.
file(REMOVE_RECURSE ${INTO})
set(rooms ui)
foreach(room IN ITEMS http trace body wire net client collection interop history lab)
  list(APPEND rooms app/${room})
endforeach()
foreach(room IN LISTS rooms)
  file(GLOB_RECURSE sources RELATIVE ${FROM} ${FROM}/${room}/*.cpp ${FROM}/${room}/*.h)
  foreach(source IN LISTS sources)
    file(READ ${FROM}/${source} text)
    string(REGEX REPLACE "namespace sonde::ui[ \n]*{" "namespace sonde { namespace ui {" text "${text}")
    string(REPLACE "} // namespace sonde::ui" "} }" text "${text}")
    string(REGEX REPLACE "(enum [A-Za-z ]+) : [a-z0-9]+( |\n)" "\\1\\2" text "${text}")
    string(REPLACE " SAY(" " QT_TRANSLATE_NOOP(\"Actions\", " text "${text}")
    string(REPLACE "{SAY(" "{QT_TRANSLATE_NOOP(\"Actions\", " text "${text}")
    # The sentences of app/lab, which take their language from outside.
    string(REGEX REPLACE "words\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"Lab\", \"" text "${text}")
    # Those of the header lint in app/trace likewise.
    string(REGEX REPLACE "phrase\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"sonde::trace::HeaderLint\", \"" text "${text}")
    # And the reasons of the portability rules in app/collection.
    string(REGEX REPLACE "because\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"sonde::collection::Portability\", \"" text "${text}")
    # And the remarks of app/interop.
    string(REGEX REPLACE "Remark\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"sonde::interop::Remark\", \"" text "${text}")
    if(source MATCHES "^app/")
      # What the engine says in plain English: every literal with two words in it, but for formats and
      # patterns. The window finds them again in what it is given (ui/widgets/sentence.h).
      string(REGEX REPLACE "QStringLiteral\\((\"(\\^|ddd, |yyyy|<|Content-D|form-data|; filename|\\$|Basic |EC |RSA | iso8601))" "QStringLiteral( \\1" text "${text}")
      string(REGEX REPLACE "QStringLiteral\\((\n *)?(\"[^\"\n]*([A-Za-z][^\"\n]* [^\" \n]| [^\"\n]*[a-z][a-z]))" "QT_TRANSLATE_NOOP(\"sonde::Sentence\", \\2" text "${text}")
      # And the single words that stand for a value in them.
      string(REGEX REPLACE "QStringLiteral\\((\"(connecting|connection|handshake|key|only|signature)\"\\))" "QT_TRANSLATE_NOOP(\"sonde::Sentence\", \\1" text "${text}")
    endif()
    file(WRITE ${INTO}/${source} "${text}")
  endforeach()
endforeach()
