#pragma once
#include "app/dsp/voice_activity.h"

namespace vox {

// Voice activity from loudness over a slowly following noise floor: needs no model file. For stubs, tests and machines
// where the model is missing; takes any loud sound for speech.
class EnergyVoiceActivity final : public VoiceActivity {
public:
    float probability(const AudioBlock &block) override;
    void reset() override { *this = {}; }

private:
    float m_floorDb = -60.0f;
    float m_probability = 0.0f;
};

} // namespace vox
