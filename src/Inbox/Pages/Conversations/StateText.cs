using MeliBot.Delivery.Effects;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;

namespace MeliBot.Inbox.Pages.Conversations;

/// <summary>English wordings, which are also the keys of the others.</summary>
internal static class StateText
{
    public static string Of(QuestionState state) => state switch
    {
        QuestionState.Open => "Open",
        QuestionState.Proposed => "Waits for approval",
        QuestionState.OnItsWay => "On its way",
        QuestionState.Waiting => "Waits for Mercado Libre",
        QuestionState.Answered => "Answered",
        QuestionState.Elsewhere => "Answered on Mercado Libre",
        QuestionState.Moderated => "Taken down by moderation",
        QuestionState.Refused => "Refused",
        QuestionState.Parked => "Parked",
        _ => "Closed",
    };
}

/// <summary>How far an answer that we send is.</summary>
internal static class SendText
{
    public static string Of(EffectState? state) => state switch
    {
        EffectState.Planned => "Queued",
        EffectState.Sending => "Being sent",
        EffectState.Waiting => "Waits for Mercado Libre",
        EffectState.Sent => "Accepted by Mercado Libre",
        EffectState.AnsweredElsewhere => "Answered on Mercado Libre",
        EffectState.Refused => "Refused",
        EffectState.Parked => "Couldn't go on",
        _ => "Queued",
    };
}

/// <inheritdoc cref="StateText"/>
internal static class WrittenText
{
    public static string Of(WriteResult result) => result switch
    {
        WriteResult.TooLate => "Somebody was faster. Look at the conversation again.",
        WriteResult.BeingSent => "An answer is being sent right now; wait some seconds.",
        WriteResult.Closed => "The question can't be answered any more.",
        WriteResult.Missing => "It isn't there any more.",
        WriteResult.NotNow => "The store can't be reached just now. Try again.",
        WriteResult.NotAllowed => "The text holds what Mercado Libre doesn't allow.",
        _ => "Mercado Libre refused it.",
    };
}
