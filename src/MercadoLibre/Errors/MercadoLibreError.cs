namespace MeliBot.MercadoLibre;

/// <summary>One failed call, whatever of the platform's many envelopes it came in.</summary>
public sealed record MercadoLibreError
{
    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The platform's own code, such as <c>not_unanswered_question</c>; null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What happened.</summary>
    public required string Message { get; init; }

    public required ErrorKind Kind { get; init; }

    /// <summary>What a person can do about it.</summary>
    public required string WhatToDo { get; init; }

    public IReadOnlyList<ErrorCause> Causes { get; init; } = [];

    /// <summary>How long to wait before the next try, when the platform or the budget said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Method and path, such as <c>POST /answers</c>, without the query.</summary>
    public string? Request { get; init; }

    /// <summary>
    /// True when a write failed in a way that leaves open whether the platform carried it out. Read back before repeating it.
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The first 4096 characters of the answer. It may hold personal data: for a person's eyes, not for logs.</summary>
    public string? RawBody { get; init; }

    /// <summary>True when the same request may succeed later without anyone doing anything. Of a write that <see cref="IsAmbiguous"/>, read back first.</summary>
    public bool IsTransient => Kind is ErrorKind.RateLimited or ErrorKind.Unavailable or ErrorKind.HeldBack or ErrorKind.Conflict;

    public override string ToString()
    {
        var status = Status > 0 ? $"{Status} " : "";
        var code = Code is null ? "" : $" ({Code})";
        var request = Request is null ? "" : $"{Request}: ";
        return $"{request}{status}{Kind}{code}: {Message} {WhatToDo}";
    }
}

/// <summary>One entry of an error's <c>cause</c>.</summary>
/// <param name="Code">Such as <c>item.status.invalid</c>, or the number or word that stood alone.</param>
/// <param name="Message">The platform's text.</param>
/// <param name="Type"><c>error</c> or <c>warning</c>.</param>
/// <param name="References">The fields concerned.</param>
public sealed record ErrorCause(string? Code, string? Message, string? Type, IReadOnlyList<string> References);

/// <summary>A call to Mercado Libre that didn't bring a usable answer.</summary>
public sealed class MercadoLibreException : Exception
{
    public MercadoLibreException(MercadoLibreError error, Exception? innerException = null)
        : base(error.ToString(), innerException) => Error = error;

    public MercadoLibreError Error { get; }
}
