#pragma once
#include <QMetaEnum>
#include <QString>
#include <QStringList>

namespace vox {

// What went wrong, as a code and its arguments; app/wording makes the sentence and says what to do next. A value, safe
// to pass between threads. `detail` is technical text for the log and the "details" fold, never translated and never
// carrying a secret.
class Error {
    Q_GADGET
public:
    // One row per kind of failure a person may be told about. The name is what JSON and logs carry.
    // Append freely; app/wording's test fails until both languages have a sentence for each.
    enum class Code {
        Unknown,
        // files and formats
        FileNotFound,      // {path}
        FileUnreadable,    // {path}
        FileUnwritable,    // {path}
        NotJson,           // {path or source, offset}
        UnknownField,      // {path of the field}
        MissingField,      // {path of the field}
        WrongType,         // {path of the field, expected}
        OutOfRange,        // {path of the field, allowed}
        BadValue,          // {path of the field, value}
        NewerSchema,       // {kind, schema}
        AudioBroken,       // {path, reason}
        AudioUnsupported,  // {path, format}
        // documents and store
        NotFound,          // {what, name}
        Conflict,          // {what}
        StoreBroken,       // {path}
        StoreBusy,         // {path}
        StoreNewer,        // {path, version}
        DiskFull,          // {path}
        WorkspaceHeld,     // {path, who holds it}
        // agents and flows
        AgentInvalid,      // {agent, number of problems}
        ExpressionInvalid, // {expression, reason, offset, what it is about}
        ExpressionFailed,  // {expression, reason, offset, what it is about}
        FlowStuck,         // {node}
        FlowStartMissing,
        FlowStartRepeated,
        FlowNodeUnknown,   // {type}
        FlowNodeRepeated,  // {id}
        FlowEdgeDangling,  // {id of the node that is not there}
        FlowPortUnknown,   // {port}
        FlowPortTwice,     // {port}
        FlowPortOpen,      // {port}
        FlowUnreachable,
        FlowEndless,       // {names of nodes}: a circle in which nobody listens
        FlowTooLarge,      // {limit}
        UnknownVariable,   // {name}
        UnknownIntent,     // {id}
        IntentWithoutExamples, // {name, language or empty}
        TextMissing,       // {language}
        KnowledgeMissing,  // {language}
        // models and devices
        ModelMissing,      // {model, path}
        ModelDamaged,      // {model, path}
        ModelFailed,       // {model}
        VoiceMissing,      // {language}
        LanguageUnsupported, // {language}
        NoMicrophone,
        NoLoudspeaker,
        DeviceLost,        // {device}
        // providers and tools
        NotConfigured,     // {what}
        SecretMissing,     // {name}
        Refused,           // {address}
        Unreachable,       // {address}
        TimedOut,          // {what, milliseconds}
        Unauthorized,      // {address}
        RateLimited,       // {address, seconds}
        ServerFailed,      // {address, status}
        BadAnswer,         // {address, reason}
        TooLarge,          // {what, limit}
        AddressForbidden,  // {address}
        SpeechFailed,      // {voice}
        RecognitionFailed, // {recogniser}
        Cancelled,
        Usage,             // {what is wrong}
        TalkBroken,        // {path, line, column, what was expected}
        // requests to a server
        SignInNeeded,
        Forbidden,         // {name of the permission}
        MethodUnknown,     // {method}
        VersionNeeded,     // If-Match is missing
        VersionOutdated,   // {what}: If-Match names an older one
        DocumentInvalid,   // {kind, number of problems}
        RequestBroken,     // {reason}
        KeyReused,         // {idempotency key}
        Overloaded,
        NotAdopted,        // {environment}: it does not run what would be adopted
        AddressTaken,      // {host:port}: nothing can listen there
        // people and their doors
        SignInRefused,     // never says whether the account exists
        SignInBlocked,     // {seconds}
        PasswordTooShort,  // {least number of characters}
        PasswordTooCommon,
        PasswordLikeEmail,
        InvitationOver,    // used, expired or never made
        NotInvited,        // {name of the identity provider}
        LastOwner,
        IdentityProviderFailed, // {name of the identity provider, reason}
        // what a model does with its tools
        ToolUnknown,        // {name}
        ToolArgumentsWrong, // {tool, argument, problem}
        ToolRoundsUsedUp,   // {how many}
        KeysNotPressed,     // the line has no keys
        SecretShown,        // {name of a secret whose value was typed there, where}
    };
    Q_ENUM(Code)

    Error() = default;
    Error(Code code, QStringList args = {}, QString detail = {})
        : code(code), args(std::move(args)), detail(std::move(detail)) {}

    QString codeName() const { return QString::fromLatin1(QMetaEnum::fromType<Code>().valueToKey(int(code))); }
    friend bool operator==(const Error &, const Error &) = default;

    Code code = Code::Unknown;
    QStringList args;
    QString detail;
};

} // namespace vox

Q_DECLARE_METATYPE(vox::Error)
