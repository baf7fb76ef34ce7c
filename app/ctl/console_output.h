#pragma once
#include "models/base/problem.h"
#include <QString>

namespace vox::ctl {

// Exit statuses of voxctl.
enum Status { Good = 0, Failed = 1, Usage = 2 };

void print(const QString &line);        // stdout, one line
void printRaw(const QByteArray &bytes); // stdout, as it is
void complain(const QString &line);     // stderr
// What happened and what to do next, on stderr; answers Failed.
int complain(const Error &error);
// "error /flow/nodes/3/…: sentence", one line each, on stderr or stdout.
QString describe(const Problem &problem);

} // namespace vox::ctl
