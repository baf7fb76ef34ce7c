#pragma once
#include <QLibrary>
#include <QString>
#include <memory>

namespace vox {

// RHVoice's C interface (RHVoice.h of version 1.14), as far as it is used, bound at run time: programs start without it.
struct RhvoiceLibrary {
    struct Callbacks {
        int (*setSampleRate)(int rate, void *user);
        int (*playSpeech)(const short *samples, unsigned count, void *user);
        int (*processMark)(const char *name, void *user);
        int (*wordStarts)(unsigned position, unsigned length, void *user);
        int (*wordEnds)(unsigned position, unsigned length, void *user);
        int (*sentenceStarts)(unsigned position, unsigned length, void *user);
        int (*sentenceEnds)(unsigned position, unsigned length, void *user);
        int (*playAudio)(const char *source, void *user);
        void (*done)(void *user);
    };
    struct InitParams {
        const char *dataPath;
        const char *configPath;
        const char **resourcePaths;
        Callbacks callbacks;
        unsigned options;
    };
    struct VoiceInfo {
        const char *language;
        const char *name;
        int gender;
        const char *country;
    };
    struct SynthParams {
        const char *voiceProfile;
        double absoluteRate, absolutePitch, absoluteVolume;
        double relativeRate, relativePitch, relativeVolume;
        int punctuationMode;
        const char *punctuationList;
        int capitalsMode;
        int flags;
    };
    struct Engine;
    struct Message;

    const char *(*version)() = nullptr;
    Engine *(*newEngine)(const InitParams *) = nullptr;
    void (*deleteEngine)(Engine *) = nullptr;
    unsigned (*voiceCount)(Engine *) = nullptr;
    const VoiceInfo *(*voices)(Engine *) = nullptr;
    Message *(*newMessage)(Engine *, const char *text, unsigned bytes, int type, const SynthParams *, void *user) = nullptr;
    void (*deleteMessage)(Message *) = nullptr;
    int (*speak)(Message *) = nullptr;

    // Null when the folder holds no such library. It stays loaded to the end of the process.
    static std::unique_ptr<RhvoiceLibrary> load(const QString &folder);
};

} // namespace vox
