#pragma once
#include "models/base/json_codec.h"
#include "models/conversation/event.h"

// How the enums of a conversation are written in JSON (formats.md) and labelled on screens.

namespace vox {

template <> struct EnumNames<Who> {
    static constexpr const char *context = "Conversation";
    static constexpr std::array all{EnumName<Who>{Who::Caller, "caller", QT_TRANSLATE_NOOP("Conversation", "Caller")},
                                    EnumName<Who>{Who::Agent, "agent", QT_TRANSLATE_NOOP("Conversation", "Agent")},
                                    EnumName<Who>{Who::Human, "human", QT_TRANSLATE_NOOP("Conversation", "Person")}};
};

template <> struct EnumNames<Outcome> {
    static constexpr const char *context = "Conversation";
    static constexpr std::array all{
        EnumName<Outcome>{Outcome::Completed, "completed", QT_TRANSLATE_NOOP("Conversation", "Completed")},
        EnumName<Outcome>{Outcome::HandedOver, "handed_over", QT_TRANSLATE_NOOP("Conversation", "Handed over")},
        EnumName<Outcome>{Outcome::CallerLeft, "caller_left", QT_TRANSLATE_NOOP("Conversation", "Caller left")},
        EnumName<Outcome>{Outcome::Failed, "failed", QT_TRANSLATE_NOOP("Conversation", "Failed")},
        EnumName<Outcome>{Outcome::CutOff, "cut_off", QT_TRANSLATE_NOOP("Conversation", "Cut off")}};
};

template <> struct EnumNames<Channel> {
    static constexpr const char *context = "Conversation";
    static constexpr std::array all{
        EnumName<Channel>{Channel::Microphone, "microphone", QT_TRANSLATE_NOOP("Conversation", "Microphone")},
        EnumName<Channel>{Channel::Text, "text", QT_TRANSLATE_NOOP("Conversation", "Text")},
        EnumName<Channel>{Channel::File, "file", QT_TRANSLATE_NOOP("Conversation", "File")},
        EnumName<Channel>{Channel::Simulation, "simulation", QT_TRANSLATE_NOOP("Conversation", "Simulation")},
        EnumName<Channel>{Channel::Phone, "phone", QT_TRANSLATE_NOOP("Conversation", "Phone")},
        EnumName<Channel>{Channel::Widget, "widget", QT_TRANSLATE_NOOP("Conversation", "Widget")}};
};

template <> struct EnumNames<Part> {
    static constexpr const char *context = "Conversation";
    static constexpr std::array all{
        EnumName<Part>{Part::Endpointing, "endpointing", QT_TRANSLATE_NOOP("Conversation", "Endpointing")},
        EnumName<Part>{Part::Recognition, "recognition", QT_TRANSLATE_NOOP("Conversation", "Recognition")},
        EnumName<Part>{Part::Decision, "decision", QT_TRANSLATE_NOOP("Conversation", "Decision")},
        EnumName<Part>{Part::Tool, "tool", QT_TRANSLATE_NOOP("Conversation", "Tool")},
        EnumName<Part>{Part::Model, "model", QT_TRANSLATE_NOOP("Conversation", "Model")},
        EnumName<Part>{Part::Speech, "speech", QT_TRANSLATE_NOOP("Conversation", "Speech")},
        EnumName<Part>{Part::Device, "device", QT_TRANSLATE_NOOP("Conversation", "Device")}};
};

} // namespace vox
