#pragma once
#include "app/wording/wording.h"
#include "models/base/problem.h"
#include <QString>

namespace vox::ctl {

// Every sentence of voxctl is written translated("voxctl", "…"), so that it is found and spoken in the reader's language.
using wording::translated;

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
