#pragma once
#include "models/base/error.h"
#include "models/base/field.h"
#include <QString>

// Codes and arguments to sentences a person understands, in the language of the installed translator. Any thread that
// may translate; pure otherwise.
namespace vox::wording {

// What happened, one sentence with a full stop.
QString whatHappened(const Error &error);
// What to do next, one sentence; never empty.
QString whatNext(const Error &error);
// Both, for a terminal or a log.
QString sentence(const Error &error);

// The same in "en" or "ru", whatever translator is installed: for programs that answer people of both at once. English
// where the program carries no words of the language.
QString whatHappened(const Error &error, const QString &language);
QString whatNext(const Error &error, const QString &language);

// A text in the language spoken: labels declared by NOOP in models, and literals of programs without widgets, which lupdate
// finds here as it finds tr().
QString translated(const char *context, const char *text);
QString label(const FieldInfo &field);
QString optionLabel(const FieldInfo &field, const QString &option);

} // namespace vox::wording
