// bench_startup VOXDESK [RUNS]: how long the console takes to a painted window on a demo workspace, cold and warm, and what it holds
// in memory. Prints; asserts nothing.
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

double residentMb(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    static const QRegularExpression rss(u"VmRSS:\\s+(\\d+) kB"_s);
    return rss.match(QString::fromUtf8(status.readAll())).captured(1).toDouble() / 1024;
}

struct Run {
    double paintedMs = 0, idleMb = 0, readyMb = 0;
    QByteArray trace;
};

Run start(const QString &program, const QString &workspace, int watchMs)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"VOXDESK_STARTUP_TRACE"_s, u"1"_s);
    if (!environment.contains(u"DISPLAY"_s)) environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.start(program, {u"--workspace"_s, workspace});
    Run run;
    const QDeadlineTimer end(20000);
    while (!run.trace.contains("painted") && !end.hasExpired() && process.state() != QProcess::NotRunning)
        if (process.waitForReadyRead(1000) || true) run.trace += process.readAllStandardError();
    run.idleMb = residentMb(process.processId());
    if (watchMs > 0) process.waitForFinished(watchMs); // what is loaded in the background comes in meanwhile
    run.readyMb = residentMb(process.processId());
    process.terminate();
    process.waitForFinished();
    static const QRegularExpression painted(u"startup\\s+([\\d.]+) ms  painted"_s);
    run.paintedMs = painted.match(QString::fromUtf8(run.trace)).captured(1).toDouble();
    return run;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString program = app.arguments().value(1, QCoreApplication::applicationDirPath() + u"/voxdesk"_s);
    const int runs = app.arguments().value(2, u"7"_s).toInt();
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"workspace"_s);
    const Run first = start(program, workspace, 0);
    std::printf("first start, making the demo workspace: %.0f ms\n%s", first.paintedMs, first.trace.constData());
    QList<double> times;
    for (int i = 0; i < runs; ++i) times.append(start(program, workspace, 0).paintedMs);
    std::sort(times.begin(), times.end());
    std::printf("later starts (%d): median %.0f ms, worst %.0f ms\n", runs, times.value(times.size() / 2), times.last());
    const Run watched = start(program, workspace, 12000);
    std::printf("memory: %.0f MB when painted, %.0f MB when it had rested; models come with the first call\n", watched.idleMb, watched.readyMb);
    return 0;
}
