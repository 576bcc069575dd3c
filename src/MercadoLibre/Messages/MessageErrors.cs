namespace MeliBot.MercadoLibre;

/// <summary>What the refusals of messages say beside their kind.</summary>
public static class MessageErrors
{
    private static readonly string[] BlockedWords =
        ["blocked_conversation", "conversation is blocked", "conversation blocked", "mediation is in process", "not been yet delivered", "blocked_by_", "not allowed pack"];

    /// <summary>The thread is blocked for the seller; the thread itself says why.</summary>
    public static bool IsBlocked(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Kind == ErrorKind.Forbidden && (BlockOf(error) is not null || SaysBlocked($"{error.Code} {error.Message}".ToLowerInvariant()));
    }

    internal static bool SaysBlocked(string words) => BlockedWords.Any(said => words.Contains(said, StringComparison.Ordinal));

    /// <summary>The block that a refusal names in one of its many places; null when it names none.</summary>
    public static ThreadBlock? BlockOf(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        foreach (var words in (string?[])[error.Code, .. error.Causes.Select(c => c.Code), .. error.Causes.Select(c => c.Message), error.Message])
        {
            if (words is null)
                continue;
            foreach (var word in words.Split([' ', '.', ',', ':', '"', '\''], StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.StartsWith("blocked_by_", StringComparison.OrdinalIgnoreCase) || word.StartsWith("block_by_", StringComparison.OrdinalIgnoreCase) || word.StartsWith("bloqued_by_", StringComparison.OrdinalIgnoreCase))
                    return ThreadBlock.From(word);
            }
        }

        return null;
    }

    /// <summary>The thread can't be opened by a reason, but a plain message may open it.</summary>
    public static bool WantsPlainMessage(MercadoLibreError error) =>
        BlockOf(error) is { } block && (block == ThreadBlock.ExceptedCase || block == ThreadBlock.ConversationUseMessageApi);
}
