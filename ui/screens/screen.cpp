#include "ui/screens/screen.h"
