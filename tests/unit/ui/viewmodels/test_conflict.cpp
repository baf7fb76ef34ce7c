// Two versions of an agent: the questions they raise, what merges by itself, and deciding them over a real workspace.
#include "app/workspace/agent_document.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "models/documents/canonical_json.h"
#include "models/store/store.h"
#include "tests/ui/agents/demo_workspace.h"
#include "tests/ui/agents/flows.h"
#include "ui/viewmodels/conflict_view_model.h"
#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Choice = ConflictViewModel::Choice;
using State = ConflictViewModel::State;

class TestConflict : public QObject {
    Q_OBJECT
private slots:
    void asksWhatBothChanged();
    void neverAsksAboutPlaces();
    void bothWhereWordsDiffer();
    void aDeletedNodeIsOneQuestion();
    void listsWhatMergesByItself();
    void decidesOverAWorkspace();
    void undoAndTyping();
    void whatIsTypedMeanwhileIsKept();
    void aVersionThatCameMeanwhileIsRefused();
    void nothingToDecide();
    void threeVersionsAreDecidedAtOnce();
    void oneOfThreeDeletedIt();
    void aViewerDecidesNothing();

private:
    static ConflictSides sides(const std::function<void(Flow &, QJsonObject &)> &mine, const std::function<void(Flow &, QJsonObject &)> &theirs)
    {
        const auto make = [](const std::function<void(Flow &, QJsonObject &)> &edit) {
            Flow flow = flows::clinic();
            QJsonObject content = flows::agent(flow);
            if (edit) edit(flow, content);
            content.insert("flow"_L1, flow.toJson());
            return content;
        };
        return {make(nullptr), {make(mine), make(theirs)}};
    }
    static bool wait(ConflictViewModel &model)
    {
        return QTest::qWaitFor([&] { return model.state() != State::Loading && model.state() != State::Saving; }, 10'000);
    }
};

void TestConflict::asksWhatBothChanged()
{
    const auto picture = pictureOf(sides([](Flow &f, QJsonObject &a) { f.nodes[1].settings = flows::said(u"Mine"_s); a.insert("goal_ms"_L1, 700); },
                                         [](Flow &f, QJsonObject &a) { f.nodes[1].settings = flows::said(u"Theirs"_s); a.insert("goal_ms"_L1, 900); }));
    QCOMPARE(picture.questions.size(), 3); // both languages of the text, and the goal
    QCOMPARE(picture.questions.first().place.node, u"hello"_s);
    QCOMPARE(picture.questions.first().place.what, u"Greeting"_s);
    // The agent speaks English alone: only the other language needs to be named.
    QVERIFY(!picture.questions.first().place.field.contains(u'·'));
    QVERIFY(picture.questions.at(1).place.field.endsWith(u"· ru"_s));
    QCOMPARE(picture.questions.last().path, u"/goal_ms"_s);
    QCOMPARE(valueText(picture.questions.last().shown[0], picture.questions.last().place, {}), u"700 ms"_s);
}

void TestConflict::neverAsksAboutPlaces()
{
    const ConflictSides both = sides([](Flow &f, QJsonObject &) { f.nodes[1].position = {0, 16}; }, [](Flow &f, QJsonObject &) { f.nodes[1].position = {32, 0}; });
    const auto picture = pictureOf(both);
    QVERIFY(picture.questions.isEmpty());
    QVERIFY(picture.oneSided.isEmpty());
    QCOMPARE(valueById(picture.merged, u"/flow/nodes/hello/position"_s), valueById(both.mine(), u"/flow/nodes/hello/position"_s));
}

void TestConflict::bothWhereWordsDiffer()
{
    const auto picture = pictureOf(sides([](Flow &f, QJsonObject &) { f.nodes[1].settings = flows::said(u"Good morning, clinic reception, how can I help?"_s); },
                                         [](Flow &f, QJsonObject &) { f.nodes[1].settings = flows::said(u"Dental reception, how can I help you today?"_s); }));
    QVERIFY(!picture.questions.isEmpty());
    QVERIFY(!picture.questions.first().both); // the same word on both sides
    const auto other = pictureOf(sides([](Flow &f, QJsonObject &) { f.nodes[1].settings = flows::said(u"Our clinic reception, how can I help?"_s); },
                                       [](Flow &f, QJsonObject &) { f.nodes[1].settings = flows::said(u"Clinic reception, how may I help?"_s); }));
    QVERIFY(other.questions.first().both);
    QCOMPARE(other.questions.first().both->toString(), u"Our clinic reception, how may I help?"_s);
}

void TestConflict::aDeletedNodeIsOneQuestion()
{
    // They deleted the handbook; I drew another arrow to it.
    const ConflictSides both = sides(
        [](Flow &f, QJsonObject &) { f.edges.append({u"new"_s, u"hello"_s, u"extra"_s, u"book"_s}); },
        [](Flow &f, QJsonObject &) {
            f.nodes.removeIf([](const Node &n) { return n.id == "book"_L1; });
            f.edges.removeIf([](const Edge &e) { return e.from == "book"_L1 || e.to == "book"_L1; });
        });
    const auto picture = pictureOf(both);
    QCOMPARE(picture.questions.size(), 1);
    const ConflictQuestion &asked = picture.questions.first();
    QCOMPARE(asked.path, u"/flow/nodes/book"_s);
    QVERIFY(asked.shown[1].isUndefined());
    const Flow kept = Flow::fromJson(withAnswer(picture.merged, asked, asked.shown[0], both).value("flow"_L1).toObject());
    QVERIFY(kept.node(u"book"_s));
    const auto edges = std::count_if(kept.edges.cbegin(), kept.edges.cend(), [](const Edge &e) { return e.from == "book"_L1 || e.to == "book"_L1; });
    QCOMPARE(int(edges), 3); // its own two and the new one
    const Flow gone = Flow::fromJson(withAnswer(picture.merged, asked, asked.shown[1], both).value("flow"_L1).toObject());
    QVERIFY(!gone.node(u"book"_s));
    for (const Edge &edge : gone.edges) QVERIFY(gone.node(edge.from) && gone.node(edge.to));
}

void TestConflict::listsWhatMergesByItself()
{
    const auto picture = pictureOf(sides(
        [](Flow &f, QJsonObject &a) { f.nodes[1].name = u"Welcome"_s; a.insert("description"_L1, u"Same"_s); },
        [](Flow &f, QJsonObject &a) { f.nodes.append({u"x"_s, u"say"_s, u"Extra"_s, {}, {}}); a.insert("description"_L1, u"Same"_s); }));
    QVERIFY(picture.questions.isEmpty());
    QCOMPARE(picture.oneSided.size(), 2);
    QCOMPARE(picture.oneSided.first().sides[0].toString(), u"Welcome"_s);
    QVERIFY(picture.oneSided.first().sides[1].isUndefined());
    QVERIFY(picture.oneSided.last().place.wholeItem);
    QVERIFY(picture.oneSided.last().sides[0].isUndefined());
    QCOMPARE(picture.same.size(), 1);
    QVERIFY(picture.unchanged > 20);
}

void TestConflict::decidesOverAWorkspace()
{
    PastWorkspace past;
    QVERIFY(past.workspace);
    const DocumentId id = past.idOf(u"Returns desk"_s);
    ConflictViewModel model(*past.workspace, id);
    QVERIFY(wait(model));
    QCOMPARE(model.state(), State::Open);
    QCOMPARE(model.name(), u"Returns desk"_s);
    QCOMPARE(model.mine().author, u"owner"_s);
    QCOMPARE(model.columns()[1].author, u"Alina Vale"_s);
    QCOMPARE(model.picture().questions.size(), 6);
    model.resolve({}); // not before everything is decided
    QCOMPARE(model.state(), State::Open);
    model.takeAll(0);
    int goal = -1;
    for (int i = 0; i < model.picture().questions.size(); ++i)
        if (model.picture().questions[i].path == "/goal_ms"_L1) goal = i;
    model.choose(goal, 1);
    QVERIFY(model.isComplete());
    QCOMPARE(model.result().value("goal_ms"_L1).toInt(), 900);
    QVERIFY(model.problems().isEmpty());
    QSignalSpy resolved(&model, &ConflictViewModel::resolved);
    model.resolve(u"Both"_s);
    QTRY_COMPARE(resolved.count(), 1);
    const auto history = await(past.workspace->agents().history(id));
    QVERIFY(history);
    QCOMPARE(history->first().header.parents.size(), 2);
    QCOMPARE(history->first().header.message, u"Both"_s);
    const auto snapshot = await(past.workspace->agents().load(id));
    QCOMPARE(snapshot->content.value("goal_ms"_L1).toInt(), 900);
    // What only they changed is there, too.
    QCOMPARE(valueById(snapshot->content, u"/flow/nodes/noted/name"_s).toString(), u"Delivery moved"_s);
    const auto rows = await(past.workspace->agents().list());
    for (const AgentRow &row : *rows)
        if (row.id == id) QVERIFY(!row.conflict);
}

void TestConflict::undoAndTyping()
{
    PastWorkspace past;
    ConflictViewModel model(*past.workspace, past.idOf(u"Returns desk"_s));
    QVERIFY(wait(model));
    QVERIFY(!model.canUndo());
    model.choose(0, 1);
    for (const QString &text : {u"G"_s, u"Go"_s, u"Good"_s}) model.write(0, text);
    QCOMPARE(model.choice(0), Choice::Own);
    QCOMPARE(model.answer(0).toString(), u"Good"_s);
    model.undo(); // all of the typing
    QVERIFY(model.takes(0, 1));
    model.redo();
    QCOMPARE(model.answer(0).toString(), u"Good"_s);
    model.write(0, model.picture().questions[0].shown[0].toString());
    QVERIFY(model.takes(0, 0)); // the same words are the same choice
    model.startOver();
    QCOMPARE(model.chosen(), 0);
    model.undo();
    QVERIFY(model.takes(0, 0));
    // Numbers are numbers, and what is none changes nothing.
    int number = -1;
    for (int i = 0; i < model.picture().questions.size(); ++i)
        if (model.picture().questions[i].shown[0].isDouble()) number = i;
    model.write(number, u"no number"_s);
    QCOMPARE(model.choice(number), Choice::None);
    model.write(number, QLocale().toString(0.45));
    QCOMPARE(model.answer(number).toDouble(), 0.45);
    model.setCurrent(0);
    model.step(1);
    QVERIFY(model.choice(model.current()) == Choice::None);
}

void TestConflict::whatIsTypedMeanwhileIsKept()
{
    PastWorkspace past;
    const DocumentId id = past.idOf(u"Returns desk"_s);
    {
        const auto document = await(past.workspace->agents().open(id));
        QVERIFY(document);
        QVERIFY((*document)->isInConflict());
        (*document)->setValue(u"/description"_s, u"Typed just now"_s, {"x", {}, {}});
        QVERIFY(await((*document)->save()));
    }
    ConflictViewModel model(*past.workspace, id);
    QVERIFY(wait(model));
    QCOMPARE(model.state(), State::Open);
    const QString mine = model.mine().content.value("description"_L1).toString(), theirs = model.columns()[1].content.value("description"_L1).toString();
    QVERIFY(mine == "Typed just now"_L1 || theirs == "Typed just now"_L1);
}

void TestConflict::aVersionThatCameMeanwhileIsRefused()
{
    PastWorkspace past;
    const DocumentId id = past.idOf(u"Returns desk"_s);
    ConflictViewModel first(*past.workspace, id), second(*past.workspace, id);
    QVERIFY(wait(first));
    QVERIFY(wait(second));
    first.takeAll(0);
    second.takeAll(1);
    QSignalSpy resolved(&first, &ConflictViewModel::resolved), failed(&second, &ConflictViewModel::failed);
    first.resolve({});
    QTRY_COMPARE(resolved.count(), 1);
    second.resolve({});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::Conflict);
}

void TestConflict::nothingToDecide()
{
    PastWorkspace past;
    ConflictViewModel model(*past.workspace, past.idOf(u"Order desk"_s));
    QVERIFY(wait(model));
    QCOMPARE(model.state(), State::Gone);
}

void TestConflict::threeVersionsAreDecidedAtOnce()
{
    PastWorkspace past;
    const DocumentId id = past.idOf(u"Returns desk"_s);
    QVERIFY(past.addThird(id));
    ConflictViewModel model(*past.workspace, id);
    QVERIFY(wait(model));
    QCOMPARE(model.columns().size(), 3);
    QCOMPARE(model.columns()[0].author, u"owner"_s);
    QStringList others{model.columns()[1].author, model.columns()[2].author};
    others.sort();
    QCOMPARE(others, QStringList({u"Alina Vale"_s, u"Tom Reed"_s}));
    const int tom = model.columns()[1].author == "Tom Reed"_L1 ? 1 : 2, alina = 3 - tom;
    // The six between two of them, and what those two changed alike and Tom did not.
    QCOMPARE(model.picture().questions.size(), 7);
    int goal = -1, alike = -1;
    for (int i = 0; i < model.picture().questions.size(); ++i) {
        if (model.picture().questions[i].path == "/goal_ms"_L1) goal = i;
        if (model.picture().questions[i].path == "/description"_L1) alike = i;
    }
    const int other = 0;
    const ConflictQuestion &asked = model.picture().questions[goal];
    QCOMPARE(asked.values.size(), 3);
    QCOMPARE(asked.shown[tom].toInt(), 1234);
    QVERIFY(!asked.both);
    // Tom left the other fields alone: there is nothing of his to take.
    QVERIFY(!model.canTake(other, tom) && model.canTake(other, alina) && model.canTake(other, 0));
    model.choose(other, tom);
    QCOMPARE(model.choice(other), Choice::None);
    QCOMPARE(model.picture().questions[alike].values.size(), 2);
    model.choose(alike, 0);
    QVERIFY(model.takes(alike, 0) && model.takes(alike, alina) && !model.takes(alike, tom));
    model.takeAll(alina);
    QVERIFY(model.isComplete());
    model.takeAll(tom); // what he changed; everything else stays as it was chosen
    QVERIFY(model.takes(goal, tom) && !model.takes(goal, alina) && model.takes(other, alina));
    model.undo();
    QVERIFY(model.takes(goal, alina));
    model.redo();
    QCOMPARE(model.result().value("goal_ms"_L1).toInt(), 1234);
    QCOMPARE(model.result().value("description"_L1).toString(), u"Only in the third"_s);
    QSignalSpy resolved(&model, &ConflictViewModel::resolved);
    model.resolve(u"All three"_s);
    QTRY_COMPARE(resolved.count(), 1);
    const auto history = await(past.workspace->agents().history(id));
    QCOMPARE(history->first().header.parents.size(), 3);
    const auto snapshot = await(past.workspace->agents().load(id));
    QCOMPARE(snapshot->content.value("goal_ms"_L1).toInt(), 1234);
    const auto rows = await(past.workspace->agents().list());
    for (const AgentRow &row : *rows)
        if (row.id == id) QVERIFY(!row.conflict);
}

void TestConflict::oneOfThreeDeletedIt()
{
    PastWorkspace past;
    const DocumentId id = past.idOf(u"Returns desk"_s);
    const auto grafted = await(past.workspace->stores().write([id](Store &store) -> Result<void> {
        const auto row = store.documents().find(id);
        if (!row) return row.error();
        const auto head = store.documents().revision(row->heads.first());
        if (!head) return head.error();
        const auto made = store.replica().graft(makeRevision(id, row->kind, row->schema, head->header.parents, u"Tom"_s, {1}, {}, tombstoneContent()), tombstoneContent());
        return made ? Result<void>() : Result<void>(made.error());
    }));
    QVERIFY(grafted);
    ConflictViewModel model(*past.workspace, id);
    QVERIFY(wait(model));
    QVERIFY(model.isDeletion());
    QCOMPARE(model.versions().size(), 3);
    QCOMPARE(model.columns().size(), 2); // who deleted it has nothing to compare
    QCOMPARE(model.picture().questions.size(), 6);
    model.resolve({}); // the questions come first
    QCOMPARE(model.state(), State::Open);
    QSignalSpy resolved(&model, &ConflictViewModel::resolved);
    model.takeAll(1);
    model.resolve({});
    QTRY_COMPARE(resolved.count(), 1);
    const auto history = await(past.workspace->agents().history(id));
    QCOMPARE(history->first().header.parents.size(), 3);
    QVERIFY(await(past.workspace->agents().load(id)));
}

void TestConflict::aViewerDecidesNothing()
{
    PastWorkspace past;
    ConflictViewModel model(*past.workspace, past.idOf(u"Returns desk"_s));
    QVERIFY(wait(model));
    QSignalSpy resolved(&model, &ConflictViewModel::resolved);
    past.workspace->setMayEdit(false);
    QVERIFY(model.isReadOnly());
    model.takeAll(0);
    model.resolve({});
    QCOMPARE(model.state(), State::Open);
    past.workspace->setMayEdit(true); // the role came back
    model.resolve({});
    QTRY_COMPARE(resolved.count(), 1);
}

QTEST_GUILESS_MAIN(TestConflict)
#include "test_conflict.moc"
