#pragma once
#include "models/base/fields.h"

namespace vox {

enum class EntityType { Number, Date, Time, Phone, YesNo, OrderCode, Email, Money, Text };
template <> struct EnumNames<EntityType> {
    static constexpr const char *context = "ListenSettings";
    static constexpr std::array all{
        EnumName<EntityType>{EntityType::Number, "number", QT_TRANSLATE_NOOP("ListenSettings", "Number")},
        EnumName<EntityType>{EntityType::Date, "date", QT_TRANSLATE_NOOP("ListenSettings", "Date")},
        EnumName<EntityType>{EntityType::Time, "time", QT_TRANSLATE_NOOP("ListenSettings", "Time of day")},
        EnumName<EntityType>{EntityType::Phone, "phone", QT_TRANSLATE_NOOP("ListenSettings", "Phone number")},
        EnumName<EntityType>{EntityType::YesNo, "yes_no", QT_TRANSLATE_NOOP("ListenSettings", "Yes or no")},
        EnumName<EntityType>{EntityType::OrderCode, "order_code", QT_TRANSLATE_NOOP("ListenSettings", "Order code")},
        EnumName<EntityType>{EntityType::Email, "email", QT_TRANSLATE_NOOP("ListenSettings", "E-mail address")},
        EnumName<EntityType>{EntityType::Money, "money", QT_TRANSLATE_NOOP("ListenSettings", "Amount of money")},
        EnumName<EntityType>{EntityType::Text, "text", QT_TRANSLATE_NOOP("ListenSettings", "Everything said")}};
};

struct ListenEntity {
    EntityType type = EntityType::Number;
    QString variable;
    QString pattern;
    bool needed = true;
};
struct ListenSettings {
    LocalizedText prompt;
    bool interruptible = true;
    QStringList intents;
    bool yesNo = false;
    QList<ListenEntity> entities;
    bool everywhere = false;
    double threshold = 0.5;
    qint64 patienceMs = 7000;
    qint64 attempts = 2;
    LocalizedTexts reprompts;
};

template <> struct Fields<ListenEntity> {
    static constexpr const char *context = "ListenSettings";
    static constexpr auto all = std::tuple{
        field("type", &ListenEntity::type, QT_TRANSLATE_NOOP("ListenSettings", "What")).asRequired(),
        field("variable", &ListenEntity::variable, QT_TRANSLATE_NOOP("ListenSettings", "Into variable")).asRequired().upTo(100).suggestedBy("variables"),
        field("pattern", &ListenEntity::pattern, QT_TRANSLATE_NOOP("ListenSettings", "Shape of the code")).upTo(40)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "For order codes: A is a letter, 9 a digit, as in AA-9999. Empty: any.")),
        field("needed", &ListenEntity::needed, QT_TRANSLATE_NOOP("ListenSettings", "Must be said")),
    };
};
template <> struct Fields<ListenSettings> {
    static constexpr const char *context = "ListenSettings";
    static constexpr const char *meaning = QT_TRANSLATE_NOOP("ListenSettings", "What counts as an answer");
    static constexpr const char *trouble = QT_TRANSLATE_NOOP("ListenSettings", "When it is not understood");
    static constexpr auto all = std::tuple{
        field("prompt", &ListenSettings::prompt, QT_TRANSLATE_NOOP("ListenSettings", "Question")).multiline().upTo(5000)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "Asked before listening; may be empty when a step before has asked.")),
        field("interruptible", &ListenSettings::interruptible, QT_TRANSLATE_NOOP("ListenSettings", "The caller may interrupt")),
        field("intents", &ListenSettings::intents, QT_TRANSLATE_NOOP("ListenSettings", "Meanings")).upTo(100).ordered().suggestedBy("intents").in(meaning)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "Each meaning is a way out of this step.")),
        field("yes_no", &ListenSettings::yesNo, QT_TRANSLATE_NOOP("ListenSettings", "Yes and no")).in(meaning)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "Understood without examples; two ways out.")),
        field("entities", &ListenSettings::entities, QT_TRANSLATE_NOOP("ListenSettings", "Details to note")).upTo(20).in(meaning)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "Numbers, dates, codes and the like are put into variables.")),
        field("everywhere", &ListenSettings::everywhere, QT_TRANSLATE_NOOP("ListenSettings", "Understand these meanings at every step")).in(meaning).advanced()
            .help(QT_TRANSLATE_NOOP("ListenSettings", "So that \"a person, please\" works anywhere in the call.")),
        field("threshold", &ListenSettings::threshold, QT_TRANSLATE_NOOP("ListenSettings", "How sure the agent must be")).between(0, 1).in(trouble).advanced(),
        field("patience_ms", &ListenSettings::patienceMs, QT_TRANSLATE_NOOP("ListenSettings", "Patience")).between(500, 600000).unit(QT_TRANSLATE_NOOP("ListenSettings", "ms")).in(trouble)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "How long the caller may be silent before being asked again.")),
        field("attempts", &ListenSettings::attempts, QT_TRANSLATE_NOOP("ListenSettings", "Ask again")).between(0, 10).unit("×").in(trouble)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "How often, before the call goes on by \"Did not understand\" or \"Silence\".")),
        field("reprompts", &ListenSettings::reprompts, QT_TRANSLATE_NOOP("ListenSettings", "Said when asking again")).upTo(10).ordered().in(trouble)
            .help(QT_TRANSLATE_NOOP("ListenSettings", "The first, then the second and so on. Empty: the question once more.")),
    };
};

} // namespace vox
