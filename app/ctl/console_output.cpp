#include "app/ctl/console_output.h"
#include <QUuid>
#include <cstdio>

namespace vox::ctl {

using namespace Qt::StringLiterals;

void printRaw(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void print(const QString &line) { printRaw(line.toUtf8() + '\n'); }

void complain(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

int complain(const Error &error)
{
    complain(u"voxctl: "_s + wording::sentence(error));
    if (!QUuid::fromString(error.detail).isNull()) complain(u"        "_s + translated("voxctl", "Request %1, should whoever runs the server look it up.").arg(error.detail));
    else if (!error.detail.isEmpty()) complain(u"        "_s + error.detail);
    return Failed;
}

QString describe(const Problem &problem)
{
    const QString severity = problem.severity == Problem::Severity::Error ? translated("voxctl", "error") : translated("voxctl", "warning");
    return u"%1 %2: %3"_s.arg(severity, problem.path.isEmpty() ? u"/"_s : problem.path, wording::sentence(problem.error));
}

} // namespace vox::ctl
