// What the dialogue costs: checking and compiling a script of 1,000 steps, one turn, one entity, the knowledge text.
#include "models/dialogue/entities/entity.h"
#include "models/dialogue/program.h"
#include "models/dialogue/retrieval/knowledge_index.h"
#include "models/dialogue/turns/turn_machine.h"
#include <QJsonArray>
#include <QTextStream>
#include <algorithm>
#include <ctime>
#include <vector>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject en(const QString &text) { return {{u"en"_s, text}}; }

AgentScript script(int nodes)
{
    AgentScript out;
    out.languages = {u"en"_s};
    out.variables = {{u"n"_s, u"number"_s, 0}};
    out.intents = {{u"go"_s, u"Go"_s, {{{u"en"_s, {u"please go on now"_s}}}}}};
    out.flow.nodes.append({u"s"_s, u"start"_s, {}, {}, {}});
    const auto edge = [&](const QString &from, const QString &port, const QString &to) {
        out.flow.edges.append({u"e%1"_s.arg(out.flow.edges.size()), from, port, to});
    };
    edge(u"s"_s, u"next"_s, u"n1"_s);
    for (int i = 1; i < nodes; ++i) {
        const QString id = u"n%1"_s.arg(i), next = u"n%1"_s.arg(i % (nodes - 1) + 1);
        switch (i % 4) {
        case 0: out.flow.nodes.append({id, u"set"_s, {}, {}, {{u"variable"_s, u"n"_s}, {u"value"_s, u"n + 1"_s}}}); break;
        case 1: out.flow.nodes.append({id, u"say"_s, {}, {}, {{u"text"_s, en(u"You are at step {n} of many."_s)}}}); break;
        case 2: out.flow.nodes.append({id, u"branch"_s, {}, {}, {{u"conditions"_s, QJsonArray{QJsonObject{{u"id"_s, u"c"_s}, {u"condition"_s, u"n > 100 && n % 2 == 0"_s}}}}}}); break;
        default: out.flow.nodes.append({id, u"listen"_s, {}, {}, {{u"prompt"_s, en(u"Shall I?"_s)}, {u"intents"_s, QJsonArray{u"go"_s}}}});
        }
        const QStringList ports = i % 4 == 2 ? QStringList{u"c"_s, u"else"_s} : i % 4 == 3 ? QStringList{u"go"_s, u"else"_s} : QStringList{u"next"_s};
        for (const QString &port : ports) edge(id, port, next);
    }
    return out;
}

// Prints the median and the 99th percentile of `times` runs, in processor time: other programs do not count.
template <typename Run> void measure(const char *what, int times, Run run)
{
    std::vector<double> us;
    for (int i = 0; i < times; ++i) {
        const std::clock_t start = std::clock();
        run();
        us.push_back(double(std::clock() - start) * 1e6 / CLOCKS_PER_SEC);
    }
    std::sort(us.begin(), us.end());
    QTextStream(stdout) << QString::fromLatin1(what).leftJustified(44) << QString::number(us[us.size() / 2], 'f', 1).rightJustified(10)
                        << QString::number(us[us.size() * 99 / 100], 'f', 1).rightJustified(10) << " us\n";
}

} // namespace

int main()
{
    QTextStream(stdout) << QString(44, u' ') << "       p50       p99\n";
    const AgentScript big = script(1000);
    measure("checkFlow, 1,000 nodes", 50, [&] { (void)checkFlow(big); });
    measure("compile, 1,000 nodes", 20, [&] { (void)Program::compile(big).hasValue(); });
    const auto compiled = Program::compile(big);
    if (!compiled) return 1;
    DialogueState state = advance(**compiled, initialState(**compiled, u"en"_s), {CallStarted{}}).state;
    CallerSaid said;
    said.text = u"please go on now"_s;
    measure("advance, one turn of four nodes", 2000, [&] { state = advance(**compiled, state, {said}).state; });
    const EntityContext context{u"en"_s, UtcMs{1'779'278'400'000}};
    for (const QString &type : entityTypes())
        measure(qPrintable(u"entity "_s + type), 500, [&] { (void)findEntity(type, u"it is a b four two on the third of may at half past five"_s, context); });
    QString text;
    for (int i = 0; text.size() < 100'000; ++i) text += u"Article %1 tells how parcels of kind %2 travel to town %3. They arrive within %4 days.\n"_s.arg(i).arg(i % 17).arg(i * 7 % 101).arg(i % 9);
    measure("knowledge, index 100 KB", 10, [&] { KnowledgeIndex(text, u"en"_s); });
    const KnowledgeIndex index(text, u"en"_s);
    measure("knowledge, one question", 500, [&] { (void)index.best(u"how long does parcel kind 5 need to town 42"_s); });
    const TurnSettings settings;
    TurnState turn;
    std::int64_t now = 0;
    measure("turn machine, 100 blocks", 2000, [&] {
        for (int i = 0; i < 100; ++i) turn = next(settings, turn, TurnEvent::voice(now += 10'000, 10'000, i < 50 ? 0.9f : 0.1f)).state;
    });
    return 0;
}
