// The program that opens the window.
#include "ui/shell/launch.h"

int main(int argc, char **argv)
{
    return sonde::ui::runWindow(argc, argv);
}
