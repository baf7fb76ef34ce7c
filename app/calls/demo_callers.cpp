#include "app/calls/demo_callers.h"
#include "app/calls/caller_voice.h"

namespace vox {

using namespace Qt::StringLiterals;
using When = SimulatedCaller::Utterance::When;

QList<DemoCaller> demoCallers()
{
    return {
        {u"Order desk"_s, u"en"_s, u"slt"_s,
         {{u"Where is my order?"_s, When::AgentListens, 700000},
          {u"Four two zero one seven."_s, When::AgentListens, 600000},
          {u"Yes."_s, When::AgentListens, 500000},
          {u"Wait, when are you open?"_s, When::AgentSpoke, 1800000},
          {u"No, thank you."_s, When::AgentListens, 700000}}},
        {u"Первая линия"_s, u"ru"_s, u"aleksandr-hq"_s,
         {{u"Не работает интернет"_s, When::AgentListens, 700000},
          {u"Нет"_s, When::AgentListens, 600000},
          {u"Готово"_s, When::AgentListens, 900000},
          {u"Да"_s, When::AgentListens, 600000},
          {u"Нет"_s, When::AgentListens, 600000}}},
    };
}

QList<DemoCaller> furtherDemoCallers()
{
    return {
        {u"Order desk"_s, u"en"_s, u"bdl"_s, {{u"When are you open?"_s}, {u"No, that is all, thank you."_s}}},
        {u"Первая линия"_s, u"ru"_s, u"elena"_s, {{u"Какие есть тарифы?"_s}, {u"Нет"_s}}},
        {u"Order desk"_s, u"en"_s, u"slt"_s, {{u"I want to speak to a person."_s}}},
        {u"Первая линия"_s, u"ru"_s, u"aleksandr-hq"_s, {{u"Соедините с оператором"_s}}},
        {u"Order desk"_s, u"en"_s, u"bdl"_s, {{u"Where is my parcel?"_s}, {u"Five three two two one."_s}}},
    };
}

Result<QList<SimulatedCaller::Utterance>> speakScript(PortFactory &ports, const DemoCaller &caller)
{
    VoiceSettings voice;
    voice.language = caller.language;
    voice.voice = caller.voice;
    QList<SimulatedCaller::Utterance> script;
    for (const DemoCaller::Line &line : caller.script) {
        auto sound = speakToMemory(ports, line.text, voice);
        if (!sound) {
            voice.voice.clear(); // the voice is not installed: any of the language will do
            sound = speakToMemory(ports, line.text, voice);
        }
        if (!sound) return sound.error();
        script.append({line.text, line.when, line.afterUs, std::move(*sound)});
    }
    return script;
}

} // namespace vox
