#include "app/understanding/fasttext_intent_classifier.h"
#include "app/understanding/intent_trainer.h"
