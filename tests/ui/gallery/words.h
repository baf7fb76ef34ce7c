#pragma once
#include <QString>

// The gallery's words in two languages, as the mock-ups have them.
inline QString say(bool russian, const char *english, const char *inRussian)
{
    return QString::fromUtf8(russian ? inRussian : english);
}
