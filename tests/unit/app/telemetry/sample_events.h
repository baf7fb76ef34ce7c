#pragma once
#include "models/conversation/event.h"
#include <QList>

namespace vox::test {

// A conversation with everything a trace shows: a greeting, a turn with a tool, an interrupted one with a model, a failure.
inline QList<ConversationEvent> sampleEvents()
{
    using namespace events;
    using namespace Qt::StringLiterals;
    const QString id = u"01933f7a-0000-7000-8000-0000000000aa"_s;
    return {
        {Micros{0}, Started{id, u"agent-1"_s, u"Order desk"_s, u"rev-9"_s, u"en"_s, {}, Channel::Microphone, 1732000000000, 0, u"moonshine"_s, {}, u"openai"_s, u"small"_s}},
        {Micros{1000}, NodeEntered{u"n1"_s, u"Greeting"_s, u"say"_s}},
        {Micros{1000}, AnswerPlanned{1, 0, u"n1"_s, u"Hello."_s, true}},
        {Micros{2000}, AnswerStarted{1, 2500}},
        {Micros{900000}, AnswerEnded{1, u"Hello."_s, 2500, 900000}},
        {Micros{2200000}, Utterance{1, u"Where is my secret order?"_s, 1, 1510000, 2000000}},
        {Micros{2200000}, Span{Part::Endpointing, 2000000, 2200000, 1}},
        {Micros{2200000}, Span{Part::Recognition, 2100000, 2230000, 1}},
        {Micros{2230000}, ToolCalled{u"r1"_s, u"n2"_s, u"order_status"_s, u"GET"_s, u"https://shop.example/orders?phone=+79161234567"_s, false}},
        {Micros{2400000}, ToolReturned{u"r1"_s, 200, 31, u"{\"state\":\"sent\"}"_s, 2230000}},
        {Micros{2400000}, Span{Part::Tool, 2230000, 2400000, 1}},
        {Micros{2400000}, AnswerPlanned{2, 1, u"n3"_s, u"It left the warehouse on Monday."_s}},
        {Micros{2500000}, AnswerStarted{2, 2500000}},
        {Micros{2500000}, Span{Part::Speech, 2410000, 2500000, 1}},
        {Micros{3000000}, Held{2, 2900000}},
        {Micros{3200000}, Stopped{2, 2900000, 3150000, 3000000}},
        {Micros{3200000}, AnswerEnded{2, u"It left the"_s, 2500000, 3000000, true}},
        {Micros{4100000}, Utterance{2, u"Which one?"_s, 1, 2900000, 3900000}},
        {Micros{4100000}, Span{Part::Endpointing, 3900000, 4100000, 2}},
        {Micros{4100000}, ModelAsked{u"r2"_s, u"n4"_s, u"small"_s}},
        {Micros{4600000}, Span{Part::Model, 4100000, 4400000, 2}},
        {Micros{4600000}, AnswerPlanned{3, 2, u"n4"_s, u"Tver."_s}},
        {Micros{4600000}, AnswerStarted{3, 4600000}},
        {Micros{4700000}, ModelReturned{u"r2"_s, 120, 9, 4100000, 4400000}},
        {Micros{5000000}, AnswerEnded{3, u"Tver."_s, 4600000, 5000000}},
        {Micros{5100000}, Failure{u"TimedOut"_s, {u"order_status"_s}, u"secret detail"_s}},
        {Micros{6000000}, Ended{Outcome::Completed}},
    };
}

} // namespace vox::test
