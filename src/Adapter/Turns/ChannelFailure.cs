namespace MeliBot.Adapter.Turns;

/// <summary>Why this channel can't do what a bot asked for.</summary>
public enum ChannelFailure
{
    /// <summary>The reference isn't of this channel, or names no conversation.</summary>
    NotThisChannel,

    /// <summary>No such conversation is known; buyers start them.</summary>
    UnknownConversation,

    /// <summary>Every question of the conversation is answered or closed.</summary>
    NoOpenQuestion,

    /// <summary>Several questions are open and the reference names none of them.</summary>
    SeveralOpenQuestions,

    /// <summary>The question's answer is on its way already.</summary>
    AlreadyBeingAnswered,

    /// <summary>A seller can't open a conversation on Mercado Libre's questions.</summary>
    CannotStartConversation,

    /// <summary>A turn tried to continue the conversation that it is a turn of: it would wait for itself.</summary>
    InsideItsOwnTurn,

    /// <summary>What was sent in an earlier turn is public; Mercado Libre neither edits nor deletes an answer.</summary>
    AlreadyPublished,

    /// <summary>The turn has ended, or the context is no turn of this adapter.</summary>
    OutsideTurn,
}

/// <summary>This channel can't do it; <see cref="Failure"/> names why, the message says what to do.</summary>
public sealed class MercadoLibreChannelException : InvalidOperationException
{
    public MercadoLibreChannelException(ChannelFailure failure, string message)
        : base(message) => Failure = failure;

    public MercadoLibreChannelException()
        : this(ChannelFailure.OutsideTurn, "This channel can't do that here.")
    {
    }

    public MercadoLibreChannelException(string message)
        : this(ChannelFailure.OutsideTurn, message)
    {
    }

    public MercadoLibreChannelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ChannelFailure Failure { get; }
}
