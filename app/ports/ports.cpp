// The seams are headers only; this file makes sure that each of them stands on its own.
#include "app/ports/port_factory.h"
#include "app/ports/sound_player.h"
