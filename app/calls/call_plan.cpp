#include "app/calls/call_plan.h"
#include "models/dialogue/turns/turn_settings.h"

namespace vox {

VoiceSettings voiceOf(const Agent &agent, const QString &language)
{
    VoiceSettings voice;
    voice.language = language;
    voice.voice = agent.voices.byTag.value(language);
    voice.rate = agent.speech.rate;
    voice.pitch = agent.speech.pitch;
    voice.volume = agent.speech.volume;
    return voice;
}

Result<CallPlan> planCall(const Agent &agent, const QString &language)
{
    const QString spoken = language.isEmpty() ? agent.languages.value(0) : language;
    if (!agent.languages.contains(spoken)) return Error(Error::Code::LanguageUnsupported, {spoken});
    auto program = Program::compile(scriptOf(agent));
    if (!program) {
        Error error = program.error();
        if (error.code == Error::Code::AgentInvalid) error.args = {agent.name, error.args.value(1)};
        return error;
    }
    CallPlan plan;
    plan.agentName = agent.name;
    plan.program = *program;
    plan.language = spoken;
    plan.settings = toJson(agent.turns);
    plan.voice = voiceOf(agent, spoken);
    for (const QString &tag : agent.languages) plan.voices.insert(tag, voiceOf(agent, tag));
    plan.sttProvider = agent.speech.recognisers.byTag.value(spoken);
    plan.ttsProvider = agent.speech.synthesiser;
    plan.modelProvider = agent.model.provider;
    plan.model = agent.model.model;
    plan.sttSecond = agent.speech.secondRecognisers.byTag.value(spoken);
    plan.ttsSecond = agent.speech.secondSynthesiser;
    plan.secondModelProvider = agent.model.secondProvider;
    plan.secondModel = agent.model.secondModel;
    plan.secondModelAfterMs = agent.model.secondAfterMs;
    plan.speechModel = agent.model.speechProvider;
    plan.speechVoice = agent.model.speechVoice;
    return plan;
}

} // namespace vox
