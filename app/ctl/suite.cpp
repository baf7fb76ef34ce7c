#include "app/ctl/await.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/suite_report.h"
#include "app/talks/talk_rebaseline.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>
#include <atomic>
#include <thread>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> talksIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo::exists(path)) return Error(Error::Code::FileNotFound, {path});
        if (QFileInfo(path).isFile()) files.append(path);
        else for (QDirIterator it(path, {u"*.talk"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) files.append(it.next());
    }
    files.sort();
    files.removeDuplicates();
    return files;
}

SuiteCase broken(SuiteCase one, const Error &error)
{
    one.trouble = wording::sentence(error) + (error.detail.isEmpty() ? QString() : u' ' + error.detail);
    return one;
}

enum class Baseline { Keep, Rewrite };

// Runs one file; with Baseline::Rewrite a talk that differs is written anew.
SuiteCase runOne(const QString &path, TalkAgents &agents, Baseline baseline)
{
    SuiteCase one;
    one.path = path;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return broken(one, Error(Error::Code::FileUnreadable, {path}));
    const QByteArray bytes = file.readAll();
    file.close();
    const auto talk = parseTalk(bytes, path);
    if (!talk) return broken(one, talk.error());
    one.mode = talk->mode;
    // Reading the agent and training its intents happens once for many talks: no part of what this one takes.
    const auto ready = agents.plan(talk->agent, talk->language, QFileInfo(path).path());
    if (!ready) return broken(one, ready.error());
    QElapsedTimer clock;
    clock.start();
    const auto run = runTalk(*talk, QFileInfo(path).path(), agents);
    if (!run) return broken(one, run.error());
    one.tookMs = double(clock.nsecsElapsed()) / 1e6;
    one.lastedMs = run->events.isEmpty() ? 0 : run->events.last().at.ms();
    one.faults = checkTalk(*talk, *run);
    one.timeline = timelineText(run->timeline);
    if (one.passed() || baseline == Baseline::Keep) return one;
    const QByteArray anew = rebaselined(bytes, *talk, *run);
    if (anew == bytes) return one;
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(anew) != anew.size() || !out.commit())
        return broken(one, Error(Error::Code::FileUnwritable, {path}));
    one.rewritten = true;
    const auto again = parseTalk(anew, path);
    if (!again) return broken(one, again.error());
    one.faults = checkTalk(*again, *run);
    return one;
}

// Agents of a workspace, read before the talks run: the workspace belongs to this thread.
Result<TalkAgents::Find> agentsOf(Workspace &workspace)
{
    QHash<QString, QByteArray> known;
    const auto rows = await(workspace.agents().list());
    if (!rows) return rows.error();
    for (const AgentRow &row : *rows) {
        const auto bytes = await(workspace.agents().exportFile(row.id));
        if (bytes) known.insert(row.name.toLower(), *bytes);
    }
    return TalkAgents::Find([known](const QString &name) -> Result<QByteArray> {
        const auto it = known.constFind(name.toLower());
        if (it == known.cend()) return Error(Error::Code::NotFound, {u"agent"_s, name});
        return *it;
    });
}

QList<SuiteCase> runAll(const QStringList &files, TalkAgents &agents, int jobs, Baseline baseline)
{
    std::vector<SuiteCase> cases(std::size_t(files.size()));
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    threads.reserve(std::size_t(jobs));
    for (int i = 0; i < jobs; ++i)
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < cases.size(); at = next++) cases[at] = runOne(files[qsizetype(at)], agents, baseline);
        });
    for (std::thread &thread : threads) thread.join();
    return {cases.begin(), cases.end()};
}

int run(const CommandLine &line)
{
    const auto files = talksIn(line.positional().mid(1));
    if (!files) return complain(files.error());
    if (files->isEmpty()) return complain(Error(Error::Code::NotFound, {u"talk"_s, line.positional().mid(1).join(u", "_s)}));
    TalkAgents::Find find;
    std::unique_ptr<Workspace> workspace;
    if (line.has(u"workspace"_s)) {
        auto opened = line.openWorkspace();
        if (!opened) return complain(opened.error());
        workspace = std::move(*opened);
        const auto found = agentsOf(*workspace);
        if (!found) return complain(found.error());
        find = *found;
    }
    TalkAgents agents(find);
    const int cores = int(std::thread::hardware_concurrency());
    const int jobs = std::clamp(line.has(u"jobs"_s) ? line.get(u"jobs"_s).toInt() : cores, 1, 256);
    const QList<SuiteCase> cases = runAll(*files, agents, std::min<int>(jobs, int(files->size())),
                                          line.has(u"rebaseline"_s) ? Baseline::Rewrite : Baseline::Keep);
    const int failed = printSuite(cases, line.has(u"timeline"_s) ? Timelines::Always : Timelines::OnFailure);
    if (line.has(u"junit"_s)) {
        const auto written = writeJunit(line.get(u"junit"_s), cases);
        if (!written) return complain(written.error());
    }
    return failed ? Failed : Good;
}

} // namespace

int suite(const QStringList &arguments)
{
    CommandLine line(u"suite run PATH… [options]"_s, translated("voxctl", "Runs talks (.talk files, or folders of them) on a virtual clock."));
    line.flag(u"rebaseline"_s, translated("voxctl", "Rewrites the agent's lines as they now happen."));
    line.flag(u"timeline"_s, translated("voxctl", "Prints what happened in every talk, not only in those that failed."));
    line.value(u"jobs"_s, u"N"_s, translated("voxctl", "How many run at a time (default: one a core)."));
    line.value(u"junit"_s, u"FILE"_s, translated("voxctl", "Writes the results as JUnit XML."));
    auto good = line.read(arguments, 2, 10000);
    if (good && !line.helpWanted() && line.positional().constFirst() != "run"_L1)
        good = Error(Error::Code::Usage, {translated("voxctl", "“%1” is not known: voxctl suite run PATH…").arg(line.positional().constFirst())});
    if (good && line.has(u"jobs"_s) && line.get(u"jobs"_s).toInt() < 1) good = Error(Error::Code::Usage, {translated("voxctl", "--jobs takes a number from 1.")});
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    return run(line);
}

} // namespace vox::ctl
