#include "models/dialogue/turns/turn_machine.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

// A story is a list of "what until-or-at-ms": v speaks, . is silent, each in 10 ms blocks, other words are events.
class TestTurnMachine : public QObject {
    Q_OBJECT

    static QString name(TurnAction::Kind kind)
    {
        static const QStringList names{u"started"_s, u"recognise"_s, u"drop-recognition"_s, u"end"_s, u"drop-answer"_s,
                                       u"drop-segment"_s, u"hold"_s, u"resume"_s, u"stop"_s, u"join"_s, u"silent"_s};
        return names[int(kind)];
    }

    // Actions as "name@ms", the ms being when they came.
    static QStringList play(const QString &story, const TurnSettings &settings = {})
    {
        TurnState state;
        QStringList log;
        qint64 now = 0;
        const auto feed = [&](const TurnEvent &event) {
            const TurnStep step = next(settings, state, event);
            state = step.state;
            for (const TurnAction &action : step) log.append(name(action.kind) + u'@' + QString::number(event.atUs / 1000));
        };
        for (const QString &part : story.split(u' ', Qt::SkipEmptyParts)) {
            const QString what = part.section(u':', 0, 0);
            const QString value = part.section(u':', 1);
            if (what == "v"_L1 || what == "."_L1) {
                for (const qint64 until = value.toLongLong() * 1000; now < until;) {
                    now += 10'000;
                    feed(TurnEvent::voice(now, 10'000, what == "v"_L1 ? 0.9f : 0.05f));
                }
            } else if (what == "agent"_L1) {
                feed(TurnEvent::agentStarted(now, value != "firm"_L1));
            } else if (what == "agent-ends"_L1) {
                feed(TurnEvent::plain(TurnEvent::Kind::AgentEnded, now));
            } else if (what == "listen"_L1) {
                feed(TurnEvent::listening(now, value.toLongLong() * 1000));
            } else if (what == "typed"_L1) {
                feed(TurnEvent::plain(TurnEvent::Kind::Typed, now));
            } else {
                static const QStringList cues{u"none"_s, u"empty"_s, u"backchannel"_s, u"neutral"_s, u"complete"_s, u"paused"_s, u"trailing"_s, u"unfinished"_s};
                const bool final = value.endsWith(u'!');
                // "likely80": a sentence that is over with 80 %
                const bool judged = what.startsWith("likely"_L1);
                const auto cue = judged ? TextCue::Neutral : TextCue(cues.indexOf(what));
                const float finished = judged ? what.mid(6).toFloat() / 100 : TurnEvent::kUnknown;
                feed(TurnEvent::heard(now, state.segment, cue, value.left(1).toInt(), final, finished));
            }
        }
        return log;
    }

private slots:
    void stories_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("actions");
        QTest::newRow("a plain turn ends after 300 ms") << u"v:1000 .:1150 neutral:3! .:1500"_s << u"started@60 recognise@1100 end@1300"_s;
        QTest::newRow("without its words it waits for them") << u"v:1000 .:1700 neutral:3! .:2000"_s << u"started@60 recognise@1100 end@1700"_s;
        QTest::newRow("and not for ever") << u"v:1000 .:2500"_s << u"started@60 recognise@1100 end@2300"_s;
        QTest::newRow("words known before the silence are not all") << u"v:1000 complete:3 .:1700 trailing:4! .:2500"_s << u"started@60 recognise@1100 end@2300"_s;
        QTest::newRow("a sentence that is surely over") << u"v:1000 .:1150 likely95:5! .:2500"_s << u"started@60 recognise@1100 end@1240"_s;
        QTest::newRow("one that may be over") << u"v:1000 .:1150 likely55:5! .:2500"_s << u"started@60 recognise@1100 end@1530"_s;
        QTest::newRow("one that is not") << u"v:1000 .:1150 likely20:5! .:2500"_s << u"started@60 recognise@1100 end@2300"_s;
        QTest::newRow("a caller who pauses is given his pause") << u"v:1000 .:1150 likely20:2! .:1800 v:2800 .:2950 likely75:5! .:4000"_s
            << u"started@60 recognise@1100 drop-recognition@1860 recognise@2900 end@3750"_s;
        QTest::newRow("a complete one after 240") << u"v:1000 .:1200 complete:1! .:1500"_s << u"started@60 recognise@1100 end@1240"_s;
        QTest::newRow("late complete words end it at once") << u"v:1000 .:1270 complete:1! .:1500"_s << u"started@60 recognise@1100 end@1270"_s;
        QTest::newRow("a number that may be whole waits a quarter of the way") << u"v:1000 .:1200 paused:3! .:2500"_s << u"started@60 recognise@1100 end@1550"_s;
        QTest::newRow("a trailing one waits 1300") << u"v:1000 .:1200 trailing:3! .:2500"_s << u"started@60 recognise@1100 end@2300"_s;
        QTest::newRow("dictation waits") << u"v:1000 .:1200 unfinished:3! .:1900 v:2500 .:2700 complete:9! .:3000"_s
                                         << u"started@60 recognise@1100 drop-recognition@1960 recognise@2600 end@2740"_s;
        QTest::newRow("a short pause inside") << u"v:1000 .:1200 v:1800 .:1950 neutral:3! .:2300"_s
                                              << u"started@60 recognise@1100 drop-recognition@1260 recognise@1900 end@2100"_s;
        QTest::newRow("a click is no speech") << u"v:40 .:900"_s << QString();
        QTest::newRow("a click in a pause changes nothing") << u"v:1000 .:1150 v:1180 neutral:3! .:1500"_s << u"started@60 recognise@1100 end@1300"_s;
        QTest::newRow("no words, no turn") << u"v:400 .:550 empty:0! .:1500"_s << u"started@60 recognise@500 drop-segment@700"_s;
        QTest::newRow("no words, told late") << u"v:400 .:800 empty:0! .:1500"_s << u"started@60 recognise@500 drop-segment@800"_s;
        QTest::newRow("no words, told very late") << u"v:400 .:1900 empty:0! .:2500"_s << u"started@60 recognise@500 end@1700 drop-segment@1900"_s;
        QTest::newRow("going on drops the answer") << u"v:1000 .:1150 neutral:2! .:1500 v:2000 .:2150 neutral:3! .:3000"_s
                                                   << u"started@60 recognise@1100 end@1300 drop-answer@1560 recognise@2100 end@2400"_s;
        QTest::newRow("a later word is a new turn") << u"v:1000 .:1150 neutral:2! .:3000 v:3500 .:3650 neutral:1! .:4000"_s
                                                    << u"started@60 recognise@1100 end@1300 started@3060 recognise@3600 end@3800"_s;
        QTest::newRow("hold, then stop by length") << u".:100 agent .:2000 v:3000"_s << u"started@2070 hold@2070 stop@2250"_s;
        QTest::newRow("a cough resumes") << u".:100 agent .:2000 v:2150 .:3000"_s
                                         << u"started@2070 hold@2070 recognise@2250 resume@2600 drop-segment@2600"_s;
        QTest::newRow("a cough with no words resumes at once") << u".:100 agent .:2000 v:2150 .:2300 empty:0! .:3000"_s
                                                                << u"started@2070 hold@2070 recognise@2250 resume@2300 drop-segment@2300"_s;
        QTest::newRow("aha resumes") << u".:100 agent .:2000 v:2200 .:2350 backchannel:1! .:3000"_s
                                     << u"started@2070 hold@2070 recognise@2300 resume@2350 drop-segment@2350"_s;
        QTest::newRow("aha known early may be long") << u".:100 agent .:2000 v:2200 backchannel:1 v:2500 .:2620 backchannel:2! .:3000"_s
                                                     << u"started@2070 hold@2070 recognise@2600 resume@2620 drop-segment@2620"_s;
        QTest::newRow("stop by words") << u".:100 agent .:2000 v:2150 neutral:2 v:2200"_s << u"started@2070 hold@2070 stop@2150"_s;
        QTest::newRow("one whole word stops and ends") << u".:100 agent .:2000 v:2200 .:2350 complete:1! .:3000"_s
                                                       << u"started@2070 hold@2070 recognise@2300 stop@2350 end@2440"_s;
        QTest::newRow("an uninterruptible prompt") << u".:100 agent:firm .:2000 v:2600 .:3500"_s << QString();
        QTest::newRow("over the end of an uninterruptible prompt") << u".:100 agent:firm .:2000 v:2300 agent-ends v:2600 .:2750 neutral:1! .:3200"_s
                                                                   << u"started@2310 recognise@2700 end@2900"_s;
        QTest::newRow("the agent begins over the caller") << u"v:500 agent v:600"_s << u"started@60 hold@500 stop@500"_s;
        QTest::newRow("patience") << u"listen:1000 .:2500"_s << u"silent@1000"_s;
        QTest::newRow("patience counts from the agent's end") << u"agent listen:1000 .:3000 agent-ends .:4500"_s << u"silent@4000"_s;
        QTest::newRow("typing stops the agent") << u".:100 agent .:500 typed"_s << u"stop@500"_s;
        QTest::newRow("cut off, and goes on")
            << u"v:1000 .:1150 complete:3! .:1260 agent .:1500 v:2000"_s << u"started@60 recognise@1100 end@1240 started@1570 hold@1570 join@1750"_s;
        QTest::newRow("a cough after the end is no going on")
            << u"v:1000 .:1150 complete:3! .:1260 agent .:1500 v:1650 .:1800 empty:0! .:2500"_s
            << u"started@60 recognise@1100 end@1240 started@1570 hold@1570 recognise@1750 resume@1800 drop-segment@1800"_s;
        QTest::newRow("who has heard more interrupts")
            << u"v:1000 .:1150 complete:3! .:1260 agent .:1900 v:2400"_s << u"started@60 recognise@1100 end@1240 started@1970 hold@1970 stop@2150"_s;
        QTest::newRow("who was silent for long interrupts")
            << u"v:1000 .:1150 complete:3! .:2200 agent .:2400 v:3000"_s << u"started@60 recognise@1100 end@1240 started@2470 hold@2470 stop@2650"_s;
        QTest::newRow("stop, and the words go on as a turn") << u".:100 agent .:2000 v:3000 .:3150 neutral:3! .:3500"_s
                                                             << u"started@2070 hold@2070 stop@2250 recognise@3100 end@3300"_s;
    }
    void stories()
    {
        QFETCH(QString, story);
        QFETCH(QString, actions);
        QCOMPARE(play(story).join(u' '), actions);
    }

    void longTurn()
    {
        TurnSettings settings;
        settings.maxTurnMs = 1000;
        QCOMPARE(play(u"v:3000 .:3500 v:3800 .:4200"_s, settings).mid(0, 2).join(u' '), u"started@60 end@2000"_s);
    }

    void learnsFromCutOffs()
    {
        TurnState state;
        state.phase = TurnState::Phase::Speaking;
        const TurnSettings settings;
        const qint64 before = endpointDelayUs(settings, state);
        state.extraDelayUs = 100'000;
        QCOMPARE(endpointDelayUs(settings, state) - before, 100'000);
        state.cue = TextCue::Trailing;
        QCOMPARE(endpointDelayUs(settings, state), 1'300'000);
        TurnSettings still = settings;
        still.adaptive = false;
        state.cue = TextCue::Neutral;
        QCOMPARE(endpointDelayUs(still, state), before);
    }

    void wakesExactly()
    {
        const TurnSettings settings;
        TurnState state;
        for (qint64 at = 10'000; at <= 500'000; at += 10'000) state = next(settings, state, TurnEvent::voice(at, 10'000, 1)).state;
        QVERIFY(!state.wakeAtUs);
        state = next(settings, state, TurnEvent::voice(510'000, 10'000, 0)).state;
        QCOMPARE(*state.wakeAtUs, 596'000);
        TurnStep step = next(settings, state, TurnEvent::plain(TurnEvent::Kind::Tick, 596'000));
        QCOMPARE(step.begin()->kind, TurnAction::Kind::Recognise);
        QCOMPARE(*step.state.wakeAtUs, 1'800'000);
        step = next(settings, step.state, TurnEvent::heard(650'000, step.state.segment, TextCue::Neutral, 3, true));
        QCOMPARE(*step.state.wakeAtUs, 800'000);
        step = next(settings, step.state, TurnEvent::plain(TurnEvent::Kind::Tick, 800'000));
        QCOMPARE(step.begin()->kind, TurnAction::Kind::EndOfTurn);
        QCOMPARE(step.begin()->fromUs, 0);
        QCOMPARE(step.begin()->toUs, 500'000);
    }

    // Whatever comes: holds are answered, ends belong to open segments, time asked for lies ahead or is due.
    void keepsItsPromises()
    {
        std::mt19937 random(7);
        const TurnSettings settings;
        TurnState state;
        bool held = false, open = false;
        qint64 now = 0;
        float level = 0;
        for (int i = 0; i < 200'000; ++i) {
            TurnEvent event = TurnEvent::plain(TurnEvent::Kind::Tick, now);
            const unsigned roll = random() % 400;
            if (roll == 0) event = TurnEvent::agentStarted(now, random() % 4 != 0);
            else if (roll == 1) event.kind = TurnEvent::Kind::AgentEnded;
            else if (roll == 2) event = TurnEvent::listening(now, 1'000'000);
            else if (roll == 3) event.kind = TurnEvent::Kind::Typed;
            else if (roll < 20) event = TurnEvent::heard(now, state.segment, TextCue(random() % 8), int(random() % 4), random() % 2, float(random() % 12) / 10 - 0.1f);
            else {
                if (random() % 30 == 0) level = level > 0.5f ? 0.1f : 0.9f;
                now += 10'000;
                event = TurnEvent::voice(now, 10'000, level);
            }
            const TurnStep step = next(settings, state, event);
            for (const TurnAction &action : step) {
                using Kind = TurnAction::Kind;
                if (action.kind == Kind::Hold) { QVERIFY(!held); held = true; }
                if (action.kind == Kind::Resume) { QVERIFY(held); held = false; }
                if (action.kind == Kind::Stop || action.kind == Kind::Join) held = false;
                if (action.kind == Kind::CallerStarted || action.kind == Kind::DropAnswer) open = true;
                if (action.kind == Kind::EndOfTurn) { QVERIFY(open); QVERIFY(action.toUs > action.fromUs); open = false; }
                QVERIFY(action.toUs >= action.fromUs);
            }
            state = step.state;
            if (state.agent == TurnState::Agent::Silent) held = false;
            if (state.wakeAtUs) QVERIFY(*state.wakeAtUs > now - 20'000'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestTurnMachine)
#include "test_turn_machine.moc"
