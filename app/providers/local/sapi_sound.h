#pragma once
// Windows only.
#include "app/providers/local/speech_engine.h"
#include <atomic>
#include <cstring>
#include <vector>
#include <windows.h>
#include <objbase.h>
#include <sapi.h>

namespace vox {

// COM on this thread while it lives.
class ComThread {
public:
    ComThread() : m_begun(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED))) {}
    ~ComThread()
    {
        if (m_begun) CoUninitialize();
    }
    ComThread(const ComThread &) = delete;
    ComThread &operator=(const ComThread &) = delete;

private:
    const bool m_begun; // false: somebody has begun it in another way, which will do
};

// One reference to a COM object.
template <typename Interface> class ComPointer {
public:
    ComPointer() = default;
    ~ComPointer()
    {
        if (m_object) m_object->Release();
    }
    ComPointer(const ComPointer &) = delete;
    ComPointer &operator=(const ComPointer &) = delete;

    HRESULT make(const CLSID &id) { return CoCreateInstance(id, nullptr, CLSCTX_ALL, __uuidof(Interface), reinterpret_cast<void **>(&m_object)); }
    void take(Interface *object) { m_object = object; }
    Interface **into() { return &m_object; }
    Interface *get() const { return m_object; }
    Interface *operator->() const { return m_object; }

private:
    Interface *m_object = nullptr;
};

// Where a voice writes its sound: given on as it comes, 22,050 Hz, 16 bit, mono. Used by the thread that speaks.
class SapiSound final : public ISpStreamFormat {
public:
    static constexpr int kRate = 22050;
    SapiSound(SpeechEngine::Sink &sink, ISpVoice &voice) : m_sink(sink), m_voice(voice) {}
    virtual ~SapiSound() = default;

    bool isWanted() const { return m_wanted; }
    // Those whose sound has come.
    void tellWords()
    {
        SPEVENT event;
        ULONG count = 0;
        while (m_voice.GetEvents(1, &event, &count) == S_OK && count == 1)
            if (event.eEventId == SPEI_WORD_BOUNDARY && m_wanted) m_sink.word(qsizetype(event.lParam), qint64(event.ullAudioStreamOffset / 2), kRate);
    }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void **object) override
    {
        const bool known = id == __uuidof(IUnknown) || id == __uuidof(ISequentialStream) || id == __uuidof(IStream) || id == __uuidof(ISpStreamFormat);
        *object = known ? this : nullptr;
        if (!known) return E_NOINTERFACE;
        AddRef();
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_references; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_references;
        if (left == 0) delete this;
        return left;
    }

    HRESULT STDMETHODCALLTYPE Write(const void *bytes, ULONG size, ULONG *written) override
    {
        if (written) *written = size;
        m_position += size;
        tellWords();
        std::vector<std::int16_t> samples(size / 2);
        std::memcpy(samples.data(), bytes, samples.size() * 2);
        if (m_wanted && !samples.empty()) m_wanted = m_sink.samples(samples, kRate);
        return m_wanted ? S_OK : E_ABORT;
    }
    HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER, DWORD, ULARGE_INTEGER *position) override // only asked where it is
    {
        if (position) position->QuadPart = m_position;
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE GetFormat(GUID *id, WAVEFORMATEX **format) override
    {
        static const GUID wave{0xC31ADBAE, 0x527F, 0x4FF5, {0xA2, 0x30, 0xF6, 0x2B, 0xB6, 0x1F, 0xF7, 0x0C}}; // SPDFID_WaveFormatEx
        *id = wave;
        *format = static_cast<WAVEFORMATEX *>(CoTaskMemAlloc(sizeof(WAVEFORMATEX)));
        if (!*format) return E_OUTOFMEMORY;
        **format = {WAVE_FORMAT_PCM, 1, kRate, kRate * 2, 2, 16, 0};
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE Stat(STATSTG *stat, DWORD) override
    {
        *stat = {};
        stat->cbSize.QuadPart = m_position;
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return S_OK; }
    HRESULT STDMETHODCALLTYPE Read(void *, ULONG, ULONG *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE CopyTo(IStream *, ULARGE_INTEGER, ULARGE_INTEGER *, ULARGE_INTEGER *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Revert() override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Clone(IStream **) override { return E_NOTIMPL; }

private:
    SpeechEngine::Sink &m_sink;
    ISpVoice &m_voice;
    std::atomic<ULONG> m_references = 1;
    ULONGLONG m_position = 0; // bytes
    bool m_wanted = true;
};

} // namespace vox
