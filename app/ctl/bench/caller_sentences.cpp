#include "app/ctl/bench/caller_sentences.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

// What people say on the telephone, from many trades. The tuning set may be looked at while the turn taking is changed;
// the other one may not, and no sentence stands in both.
const QStringList &tuningSentences()
{
    static const QStringList list{
        u"I am calling about the letter you sent me last week"_s, u"Could you tell me how much I still owe on my loan"_s,
        u"We have water coming through the ceiling in the kitchen"_s, u"My daughter has had a fever since Tuesday night"_s,
        u"I would like to speak with the person who handled my claim"_s, u"Is there a train to Manchester after nine in the evening"_s,
        u"The heating in our flat does not work any more"_s, u"Please cancel the newsletter because I never read it"_s,
        u"I bought a washing machine from you two months ago"_s, u"Can I pay by card or do you only take cash"_s,
        u"Somebody scratched my car in your parking garage yesterday"_s, u"I want to book a double room with a view of the sea"_s,
        u"The light on the router is red and nothing works"_s, u"How long does it take to get a new passport"_s,
        u"I left my umbrella in the restaurant on Sunday evening"_s, u"Do you deliver to the islands in winter"_s,
        u"My name is Katherine and I have a question about my contract"_s, u"I have been waiting for an answer for three weeks"_s,
        u"Would it be possible to move the meeting to Thursday morning"_s, u"The engine makes a strange noise when I turn left"_s,
        u"I think there is a mistake in my electricity bill"_s, u"Are the tickets for the concert still available"_s,
        u"My grandmother needs someone to help her with the shopping"_s, u"I tried to log in but it says the account is locked"_s,
        u"What do I have to do if I lose my membership card"_s, u"The dentist told me to call you about the appointment"_s,
        u"Two of the glasses in the box were broken"_s, u"I do not want to pay for something that I did not order"_s,
        u"Can my son take the exam again in September"_s, u"We are five people and we would like to sit outside"_s,
        u"It is the same problem that I had in January"_s, u"Could you send me the form in large print please"_s,
        u"I changed my phone number and I need to update it"_s, u"The elevator in our building has been stuck since noon"_s,
        u"Which documents should I bring when I come to the office"_s, u"My flight was cancelled and I need to get to Dublin tonight"_s,
        u"I would rather talk to a human if that is possible"_s, u"Do I need a prescription for these tablets"_s,
        u"The bank says that the payment was returned"_s, u"I want to know why my insurance got so expensive"_s,
        u"Our garbage was not collected this week"_s, u"How do I change the language on the television"_s,
        u"I sent the parcel back ten days ago and got no money"_s, u"Please tell the doctor that I will be fifteen minutes late"_s,
        u"The gate at the back of the warehouse does not open"_s, u"I need a taxi to the airport at half past four"_s,
        u"Is the museum open on public holidays"_s, u"There was nobody at the desk when I came in"_s,
        u"I am not happy with the colour of the curtains"_s, u"My husband ordered it but he is not at home now"_s,
        u"Can you put me on the list for the yoga class"_s, u"I have already told this to your colleague this morning"_s,
        u"The contract ends in March and I do not want to renew it"_s, u"You charged me for a room that I never used"_s,
        u"Tell me more about the cheaper plan"_s, u"It started to smoke and then it switched itself off"_s,
        u"I would like to add my wife to the policy"_s, u"The school asked me to call this number"_s,
        u"Did you receive the photos that I sent on Monday"_s, u"We want to rent a van for the whole weekend"_s,
        u"I cannot hear you very well"_s, u"No that is not what I meant"_s, u"Yes I have the order in front of me"_s,
        u"It was supposed to be a present for my mother"_s, u"The key is stuck in the lock of the front door"_s,
        u"I am looking for a birthday cake without nuts"_s, u"Let me think about it and call you back"_s,
        u"Nobody told me that there would be a fee"_s, u"I would like the blue one instead of the green one"_s,
        u"My internet works on the phone but not on the computer"_s, u"Is there any discount for students"_s,
        u"The driver was very rude to my neighbour"_s, u"We never got the keys for the second apartment"_s,
        u"I have to be in Vienna before the end of the month"_s, u"Just send somebody who can fix it"_s,
        u"Could you check whether my application has arrived"_s, u"I forgot to bring the receipt"_s,
        u"The shoes are too small for me"_s, u"They said it would take an hour but it took all day"_s,
        u"I need to know the opening hours of the branch in York"_s, u"Can you hold the line for a second"_s};
    return list;
}

const QStringList &evaluationSentences()
{
    static const QStringList list{
        u"I would like to know where my order is right now"_s, u"Can you tell me when the courier will come to my house"_s,
        u"My parcel was supposed to arrive on Monday but nobody came"_s, u"I want to change the delivery address of my last order"_s,
        u"Could you please connect me with somebody from the billing department"_s, u"I was charged twice for the same thing last week"_s,
        u"Do you have this jacket in a larger size and in blue"_s, u"The screen went black after the last update and it does not start"_s,
        u"I need to cancel my appointment with the doctor on Friday"_s, u"How much does it cost to send a letter to Germany"_s,
        u"My internet has been very slow since yesterday evening"_s, u"Please send the invoice to my new address in London"_s,
        u"What time do you open on Saturday and on Sunday"_s, u"I forgot my password and the reset link does not work"_s,
        u"There is a mistake in the contract that you sent me"_s, u"I would like to book a table for four people at seven"_s,
        u"Is it possible to return the shoes without the box"_s, u"The driver left the package with a neighbour I do not know"_s,
        u"Could you repeat the last part because I did not hear it"_s, u"We are moving next month and need to close the account"_s,
        u"The cat has not eaten anything for two days"_s, u"I would like to report a broken street lamp near the station"_s,
        u"Can I bring my dog to the hotel"_s, u"My pension did not arrive this month"_s,
        u"The printer on the second floor is out of paper again"_s, u"I saw your advertisement in the local newspaper"_s,
        u"Which bus goes from the harbour to the old town"_s, u"I paid the fine but I got another letter"_s,
        u"Our baby is due in April and we need a bigger car"_s, u"Does the price include breakfast and parking"_s,
        u"I cannot find the confirmation in my inbox"_s, u"The water in the shower is always cold"_s,
        u"I would like to learn Spanish in a small group"_s, u"There is a strange charge from a shop in Madrid"_s,
        u"Could somebody look at the roof before the winter"_s, u"My brother lives abroad and wants to send me money"_s,
        u"I was told that I could get a refund"_s, u"The play starts at eight but we will be a little late"_s,
        u"Do you repair old sewing machines"_s, u"I do not remember the name of the technician"_s,
        u"The bridge was closed so I missed my interview"_s, u"Please put the flowers on the table in the hall"_s,
        u"How many days can I keep the books"_s, u"The window in the bedroom will not shut properly"_s,
        u"I have an allergy to penicillin"_s, u"It would be great if you could call after lunch"_s,
        u"We planted the tree last spring and now it is dying"_s, u"My card was declined at the petrol station"_s,
        u"Is the swimming pool open for children in the morning"_s, u"I want to complain about the noise from the building site"_s,
        u"The camera shows only a white picture"_s, u"You promised to send a technician today"_s,
        u"Can you recommend a good lawyer for family matters"_s, u"I have two questions about the warranty"_s,
        u"The lift was not working so we had to use the stairs"_s, u"I am afraid that somebody has stolen my bicycle"_s,
        u"Will the road be closed during the marathon"_s, u"I would like to extend my visa"_s,
        u"The soup was cold and the waiter did not care"_s, u"My mother is in ward seven of your hospital"_s};
    return list;
}

} // namespace vox::ctl
