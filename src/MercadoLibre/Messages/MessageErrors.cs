namespace MeliBot.MercadoLibre;

/// <summary>What the refusals of messages say beside their kind.</summary>
public static class MessageErrors
{
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
