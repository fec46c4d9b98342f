# cmake -DFROM=folder -DINTO=folder -P extract.cmake: the sources as lupdate 6.4 can read them. It does
# not understand `namespace a::b`, so that every context would lose its namespace, and cannot see through
# the short macro of the table of actions.
file(REMOVE_RECURSE ${INTO})
file(GLOB_RECURSE sources RELATIVE ${FROM} ${FROM}/*.cpp ${FROM}/*.h)
foreach(source IN LISTS sources)
  file(READ ${FROM}/${source} text)
  string(REGEX REPLACE "namespace sonde::ui[ \n]*{" "namespace sonde { namespace ui {" text "${text}")
  string(REPLACE "} // namespace sonde::ui" "} }" text "${text}")
  string(REPLACE " SAY(" " QT_TRANSLATE_NOOP(\"Actions\", " text "${text}")
  string(REPLACE "{SAY(" "{QT_TRANSLATE_NOOP(\"Actions\", " text "${text}")
  # The sentences of app/lab, which take their language from outside.
  string(REGEX REPLACE "words\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"Lab\", \"" text "${text}")
  # Those of the header lint in app/trace likewise.
  string(REGEX REPLACE "phrase\\([ \n]*\"" "QT_TRANSLATE_NOOP(\"sonde::trace::HeaderLint\", \"" text "${text}")
  file(WRITE ${INTO}/${source} "${text}")
endforeach()
