// From the start of the process to the first frame at the recogniser, without models.
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_ports.h"
#include "tests/bench/host/figures.h"
#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace vox::bench {

int starts(int count, QTextStream &out)
{
    std::vector<std::int64_t> took;
    for (int i = 0; i < count; ++i) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"started"_s, QString::number(steadyUs())});
        if (!child.waitForFinished(30000)) return 1;
        took.push_back(child.readAllStandardOutput().trimmed().toLongLong());
    }
    out << "process start -> first frame at the recogniser, ms\n  " << figures(took) << "\n";
    return 0;
}

int startedChild(std::int64_t beganUs, QTextStream &out)
{
    std::vector<Caller> callers(1);
    BenchPorts ports(callers, 3600);
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        Script script;
        script.gapBlocks = 0;
        script.turns = 1;
        (void)host.start(planFor(chatting(), {}, 0), std::make_unique<BenchLine>(script, callers[0].shared, callers[0].measured), std::make_shared<Nobody>());
        host.waitUntilIdle();
    }
    out << callers[0].shared->firstFrameUs - beganUs << "\n";
    return 0;
}

} // namespace vox::bench
