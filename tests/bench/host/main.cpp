// What the conversation loop itself costs, with the definitions of hosted platforms' own benchmarks: stub recogniser, model
// and voice that answer at once, fake voice activity, endpointing 0.
#include "tests/bench/host/figures.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace vox::bench;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = application.arguments();
    const QString what = arguments.value(1);
    const auto number = [&](int at, int otherwise) { return std::max(1, arguments.value(at, QString::number(otherwise)).toInt()); };
    if (what == "started"_L1) return startedChild(arguments.value(2).toLongLong(), out);
    out << machine() << "\n";
    out.flush();
    if (what == "turns"_L1) return turns(number(2, 240), out);
    if (what == "barge-in"_L1) return bargeIns(number(2, 205), out);
    if (what == "start"_L1) return starts(number(2, 12), out);
    if (what == "blocks"_L1) return blocks(out);
    if (what == "load"_L1) return load({number(2, 500), number(3, 25), arguments.contains(u"silero"_s)}, out);
    if (what == "simulation"_L1) return simulation(number(2, 30), out);
    if (what == "generated"_L1) return generated(number(2, 1000), out);
    if (what == "long"_L1) return longCall(arguments.value(2, u"12"_s).toDouble(), out);
    out << "usage: bench_host turns [count] | barge-in [count] | start [count] | blocks | load [conversations] [seconds] [silero]\n"
           "                  | simulation [minutes] | generated [conversations] | long [hours]\n";
    return 2;
}
