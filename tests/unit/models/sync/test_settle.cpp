#include "models/sync/ancestry.h"
#include "models/sync/conflict.h"
#include "models/sync/named_path.h"
#include "models/sync/settle.h"
#include "tests/unit/models/sync/replica.h"
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject content, const QString &key, const QJsonValue &value)
{
    content.insert(key, value);
    return content;
}

QJsonObject intent(const QString &id, const QString &name) { return {{u"id"_s, id}, {u"name"_s, name}, {u"examples"_s, QJsonObject()}}; }

} // namespace

class TestSettle : public QObject {
    Q_OBJECT

    const DocumentId doc = DocumentId::make({1'000}, {});
    Replica replica;
    RevisionId root;
    qint64 clock = 1'000;

    RevisionId begin(const QJsonObject &content)
    {
        replica.close();
        QFile::remove(replica.path());
        replica.open();
        return root = put(replica.store(), doc, {}, content, u"anna"_s, ++clock);
    }
    RevisionId edit(const RevisionId &parent, const QString &key, const QJsonValue &value, const QString &author = u"anna"_s)
    {
        return put(replica.store(), doc, {parent}, with(contentOf(replica.store(), parent), key, value), author, ++clock);
    }
    QJsonObject head() { return contentOf(replica.store(), headsOf(replica.store(), doc).value(0)); }

private slots:
    void fields_of_both_sides_are_kept()
    {
        begin(agentContent(u"A"_s));
        const RevisionId a = edit(root, u"name"_s, u"B"_s), b = edit(root, u"goal_ms"_s, 900, u"boris"_s);
        const auto settled = settle(replica.store(), doc);
        QVERIFY(settled);
        QCOMPARE(settled->heads.size(), 1);
        QCOMPARE(settled->merges, 1);
        QCOMPARE(head().value("name"_L1).toString(), u"B"_s);
        QCOMPARE(head().value("goal_ms"_L1).toInt(), 900);
        const auto merge = replica.store().documents().revision(settled->heads.first());
        QCOMPARE(merge->header.author, u"merge"_s);
        QCOMPARE(merge->header.created.value, clock);
        QStringList parents{a, b};
        parents.sort();
        QCOMPARE(merge->header.parents, parents);
        QCOMPARE(replica.store().documents().find(doc)->name, u"B"_s);
        // Nothing is left to do.
        QCOMPARE(settle(replica.store(), doc)->merges, 0);
    }

    void replicas_make_the_same_revisions_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 6; ++seed) QTest::addRow("%d", seed) << seed;
    }
    // Whatever came first: the ids of the merges are the same.
    void replicas_make_the_same_revisions()
    {
        QFETCH(int, seed);
        QList<ReplicaItem> items;
        const auto item = [&](const QStringList &parents, const QJsonObject &content, const QString &author, qint64 at) {
            const QByteArray bytes = canonicalJson(content);
            RevisionItem made{makeRevision(doc, u"agent"_s, agentKind().schema, parents, author, {at}, {}, bytes), bytes};
            items.append(made);
            return made.header.id();
        };
        const QJsonObject base = agentContent(u"A"_s);
        const RevisionId first = item({}, base, u"anna"_s, 5);
        item({first}, with(base, u"name"_s, u"B"_s), u"anna"_s, 9);
        item({first}, with(base, u"goal_ms"_s, 900), u"boris"_s, 7);
        item({first}, with(base, u"intents"_s, QJsonArray{intent(u"i1"_s, u"yes"_s)}), u"clara"_s, 8);
        Replica one, other;
        QVERIFY(one.store().replica().receive(items, Origin::Elsewhere));
        QVERIFY(settle(one.store(), doc));
        std::mt19937 random(quint32(seed) + 1);
        std::shuffle(items.begin() + 1, items.end(), random);
        for (const ReplicaItem &single : items) QVERIFY(other.store().replica().receive({single}, Origin::Elsewhere));
        QVERIFY(settle(other.store(), doc));
        QCOMPARE(headsOf(one.store(), doc).size(), 1);
        QCOMPARE(headsOf(other.store(), doc), headsOf(one.store(), doc));
    }

    void the_same_field_waits_for_a_person()
    {
        begin(agentContent(u"A"_s));
        const RevisionId mine = edit(edit(root, u"goal_ms"_s, 700), u"name"_s, u"Mine"_s);
        const RevisionId theirs = edit(root, u"name"_s, u"Theirs"_s, u"boris"_s);
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 2);
        const auto conflict = findConflict(replica.store(), doc, u"anna"_s);
        QVERIFY(conflict);
        QCOMPARE(conflict->ours().revision, mine);
        QCOMPARE(conflict->theirs().revision, theirs);
        QCOMPARE(conflict->theirs().author, u"boris"_s);
        QCOMPARE(conflict->before->revision, root);
        QCOMPARE(conflict->places.size(), 1);
        QCOMPARE(conflict->places.first().path, u"/name"_s);
        QCOMPARE(conflict->places.first().base.toString(), u"A"_s);
        QCOMPARE(conflict->merged.value("goal_ms"_L1).toInt(), 700);
        QCOMPARE(findConflict(replica.store(), doc, u"boris"_s)->ours().revision, theirs);

        const QJsonObject decided = withChoices(*conflict, {{u"/name"_s, 1}});
        const Resolution resolution{doc, {mine, theirs}, decided, u"anna"_s, u"Theirs is better"_s, {++clock}};
        QVERIFY(vox::resolve(replica.store(), resolution));
        QCOMPARE(headsOf(replica.store(), doc).size(), 1);
        QCOMPARE(head().value("name"_L1).toString(), u"Theirs"_s);
        QCOMPARE(head().value("goal_ms"_L1).toInt(), 700);
        // Somebody else was faster.
        QCOMPARE(vox::resolve(replica.store(), resolution).error().code, Error::Code::Conflict);
        QCOMPARE(findConflict(replica.store(), doc, u"anna"_s).error().code, Error::Code::NotFound);
    }

    // Four desks apart: every value of a place is there at once, and what fits together is one value.
    void all_versions_are_decided_at_once()
    {
        QJsonObject base = agentContent(u"A"_s);
        base.insert(u"description"_s, u"one\ntwo\nthree"_s);
        base.insert(u"intents"_s, QJsonArray{intent(u"i1"_s, u"yes"_s)});
        begin(base);
        const RevisionId first = edit(edit(root, u"name"_s, u"Anna's"_s), u"description"_s, u"ONE\ntwo\nthree"_s);
        const RevisionId second = edit(edit(root, u"name"_s, u"Boris's"_s, u"boris"_s), u"description"_s, u"one\ntwo\nTHREE"_s, u"boris"_s);
        const RevisionId third = edit(edit(edit(root, u"name"_s, u"Clara's"_s, u"clara"_s), u"description"_s, u"first\ntwo\nthree"_s, u"clara"_s),
                                      u"goal_ms"_s, 900, u"clara"_s);
        const RevisionId fourth = edit(edit(root, u"name"_s, u"Anna's"_s, u"dan"_s), u"intents"_s, QJsonArray(), u"dan"_s);
        Q_UNUSED(fourth)
        QVERIFY(settle(replica.store(), doc)); // Anna's and Dan's are one by then
        QCOMPARE(headsOf(replica.store(), doc).size(), 3);
        const auto conflict = findConflict(replica.store(), doc, u"clara"_s);
        QVERIFY(conflict);
        QCOMPARE(conflict->before->revision, root);
        QCOMPARE(conflict->sides.size(), 3);
        QCOMPARE(conflict->ours().revision, third);
        QCOMPARE(conflict->places.size(), 2);
        const auto values = [&](int place) {
            QStringList out;
            for (const DifferentValue &one : conflict->places[place].values) out.append(one.value.toString());
            std::sort(out.begin() + 1, out.end());
            return out;
        };
        QCOMPARE(conflict->places[0].path, u"/description"_s);
        QCOMPARE(values(0), QStringList({u"first\ntwo\nTHREE"_s, u"ONE\ntwo\nTHREE"_s})); // Boris's line fits to both
        QCOMPARE(conflict->places[1].path, u"/name"_s);
        QCOMPARE(values(1), QStringList({u"Clara's"_s, u"Anna's"_s, u"Boris's"_s}));
        QCOMPARE(conflict->merged.value("goal_ms"_L1).toInt(), 900);
        QVERIFY(conflict->merged.value("intents"_L1).toArray().isEmpty());
        // Two of three may also be decided first; all three at once leave one.
        QVERIFY(!conflict->heads().contains(first) && conflict->heads().contains(second));
        const QJsonObject decided = withChoices(*conflict, {{u"/description"_s, 1}});
        QVERIFY(vox::resolve(replica.store(), {doc, conflict->heads(), decided, u"clara"_s, {}, {++clock}}));
        QCOMPARE(headsOf(replica.store(), doc).size(), 1);
        QCOMPARE(head().value("name"_L1).toString(), u"Clara's"_s);
        QCOMPARE(head().value("description"_L1).toString(), u"ONE\ntwo\nTHREE"_s);
    }

    // What one of them was built upon is not asked for again, and a deletion stands among the values.
    void a_value_that_was_built_upon_is_no_value_of_its_own()
    {
        begin(with(agentContent(u"A"_s), u"intents"_s, QJsonArray{intent(u"i1"_s, u"yes"_s)}));
        const RevisionId shared = edit(root, u"goal_ms"_s, 1, u"boris"_s);
        const auto renamed = [&](const RevisionId &parent, const QString &to, const QString &who) {
            return edit(parent, u"intents"_s, QJsonArray{intent(u"i1"_s, to)}, who);
        };
        renamed(edit(shared, u"goal_ms"_s, 2, u"boris"_s), u"of course"_s, u"boris"_s);
        renamed(shared, u"sure"_s, u"clara"_s);
        edit(root, u"intents"_s, QJsonArray(), u"anna"_s);
        const auto conflict = findConflict(replica.store(), doc, u"anna"_s);
        QCOMPARE(conflict->sides.size(), 3);
        QCOMPARE(conflict->places.size(), 1); // the goal is 2: who has 1 never touched what became of it
        QCOMPARE(conflict->merged.value("goal_ms"_L1).toInt(), 2);
        QCOMPARE(conflict->places[0].path, u"/intents/i1"_s);
        QCOMPARE(conflict->places[0].values.size(), 3);
        QVERIFY(conflict->places[0].values[0].value.isUndefined());
        QCOMPARE(conflict->merged.value("intents"_L1).toArray().size(), 1); // nothing is lost before somebody decided
        QVERIFY(withChoices(*conflict, {{u"/intents/i1"_s, 0}}).value("intents"_L1).toArray().isEmpty());
    }

    void deleting()
    {
        begin(agentContent(u"A"_s));
        putTombstone(replica.store(), doc, {root}, u"anna"_s, ++clock);
        putTombstone(replica.store(), doc, {root}, u"boris"_s, ++clock);
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 1); // both wanted the same
        QVERIFY(replica.store().documents().find(doc)->deleted);

        begin(agentContent(u"A"_s));
        const RevisionId gone = putTombstone(replica.store(), doc, {root}, u"anna"_s, ++clock);
        const RevisionId kept = edit(root, u"name"_s, u"B"_s, u"boris"_s);
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 2);
        const auto conflict = findConflict(replica.store(), doc, u"anna"_s);
        QVERIFY(conflict->ours().deleted && !conflict->theirs().deleted);
        QVERIFY(vox::resolve(replica.store(), {doc, {gone, kept}, std::nullopt, u"anna"_s, {}, {++clock}}));
        QVERIFY(replica.store().documents().find(doc)->deleted);
    }

    // Two desks merged the same two edits differently by hand, then went on.
    void crossed_merges()
    {
        begin(agentContent(u"A"_s));
        const RevisionId x = edit(root, u"name"_s, u"X"_s), y = edit(root, u"name"_s, u"Y"_s, u"boris"_s);
        QJsonObject base = contentOf(replica.store(), root);
        const RevisionId one = put(replica.store(), doc, {x, y}, with(base, u"name"_s, u"X"_s), u"anna"_s, ++clock);
        const RevisionId other = put(replica.store(), doc, {x, y}, with(base, u"name"_s, u"Y"_s), u"boris"_s, ++clock);
        Ancestry ancestry(replica.store());
        QStringList bases{x, y};
        bases.sort();
        QCOMPARE(*ancestry.common({one}, {other}), bases);
        // Neither decision looks like an untouched side.
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 2);
        // Where both decided alike, the rest merges.
        begin(agentContent(u"A"_s));
        const RevisionId p = edit(root, u"name"_s, u"X"_s), q = edit(root, u"name"_s, u"Y"_s, u"boris"_s);
        base = contentOf(replica.store(), root);
        put(replica.store(), doc, {p, q}, with(with(base, u"name"_s, u"X"_s), u"goal_ms"_s, 1), u"anna"_s, ++clock);
        put(replica.store(), doc, {p, q}, with(with(base, u"name"_s, u"X"_s), u"description"_s, u"D"_s), u"boris"_s, ++clock);
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 1);
        QCOMPARE(head().value("goal_ms"_L1).toInt(), 1);
        QCOMPARE(head().value("description"_L1).toString(), u"D"_s);
    }

    // Times lie: the walk may pass the ancestor before it is painted.
    void clocks_decide_nothing()
    {
        begin(agentContent(u"A"_s));
        Store &here = replica.store();
        const QJsonObject base = agentContent(u"A"_s);
        const RevisionId late = put(here, doc, {root}, with(base, u"goal_ms"_s, 700), u"anna"_s, 99'000'000);
        const RevisionId early = put(here, doc, {late}, with(base, u"goal_ms"_s, 650), u"anna"_s, 1);
        const RevisionId one = put(here, doc, {early}, with(base, u"goal_ms"_s, 600), u"anna"_s, 3);
        const RevisionId other = put(here, doc, {early, root}, with(with(base, u"goal_ms"_s, 650), u"description"_s, u"D"_s), u"boris"_s, 2);
        Ancestry ancestry(here);
        QCOMPARE(*ancestry.common({one}, {other}), QStringList{early});
        QVERIFY(*ancestry.reaches(one, root));
        QVERIFY(!*ancestry.reaches(root, one));
        QCOMPARE(settle(here, doc)->heads.size(), 1);
        QCOMPARE(head().value("goal_ms"_L1).toInt(), 600);
        QCOMPARE(head().value("description"_L1).toString(), u"D"_s);
    }

    void what_is_not_ours_is_left_alone()
    {
        begin(agentContent(u"A"_s));
        edit(root, u"name"_s, u"B"_s);
        const QByteArray newer = canonicalJson(with(agentContent(u"A"_s), u"from_the_future"_s, 1));
        QVERIFY(replica.store().replica().graft(
            makeRevision(doc, u"agent"_s, agentKind().schema + 1, {root}, u"boris"_s, {++clock}, {}, newer), newer));
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 2);
        QVERIFY(findConflict(replica.store(), doc, {})->readOnly);
        // Content that was erased can be decided about, not merged.
        begin(agentContent(u"A"_s));
        edit(root, u"name"_s, u"B"_s);
        const RevisionId gone = edit(root, u"name"_s, u"C"_s);
        QVERIFY(replica.store().replica().eraseContent(replica.store().documents().revision(gone)->header.contentSha256));
        QCOMPARE(settle(replica.store(), doc)->heads.size(), 2);
        QVERIFY(!findConflict(replica.store(), doc, {})->readOnly);
    }

    void a_path_names_items_by_id()
    {
        const QJsonObject content{{u"intents"_s, QJsonArray{intent(u"i1"_s, u"yes"_s), intent(u"i2"_s, u"no"_s)}}};
        QCOMPARE(valueAtNamed(content, u"/intents/i2/name"_s).toString(), u"no"_s);
        QCOMPARE(valueAtNamed(withValueAtNamed(content, u"/intents/i2/name"_s, u"never"_s), u"/intents/i2/name"_s).toString(), u"never"_s);
        QCOMPARE(withValueAtNamed(content, u"/intents/i1"_s, QJsonValue::Undefined).value("intents"_L1).toArray().size(), 1);
        QCOMPARE(withValueAtNamed(content, u"/intents/i9"_s, intent(u"i9"_s, u"new"_s)).value("intents"_L1).toArray().size(), 3);
        QCOMPARE(withValueAtNamed(content, u"/intents/i9/name"_s, u"lost"_s), content);
        QCOMPARE(withValueAtNamed(content, u"/a/b"_s, 1), with(content, u"a"_s, QJsonObject{{u"b"_s, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestSettle)
#include "test_settle.moc"
