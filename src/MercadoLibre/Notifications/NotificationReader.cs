using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>Reads a webhook's body from bytes that anyone may have sent.</summary>
public static class NotificationReader
{
    /// <summary>Real bodies have some 300 bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxResource = 512;
    private const int MaxActions = 100;

    /// <summary>Never throws, whatever the bytes are.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="notification">The notification, if this is one.</param>
    /// <param name="why">Otherwise: what is wrong with it, in words for a person, without repeating what was sent.</param>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out Notification? notification, [NotNullWhen(false)] out string? why)
    {
        notification = null;
        why = null;
        if (body.Length > MaxBytes)
        {
            why = $"The body has {body.Length} bytes; a notification has a few hundred.";
            return false;
        }

        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];

        NotificationBody? parsed;
        try
        {
            parsed = JsonSerializer.Deserialize<NotificationBody>(body, MercadoLibreJson.Options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            why = "The body is no JSON object of the shape of a notification.";
            return false;
        }

        if (parsed is null)
            why = "The body is null.";
        else if (string.IsNullOrWhiteSpace(parsed.Resource))
            why = "The body names no \"resource\".";
        else if (parsed.Resource.Length > MaxResource)
            why = "The \"resource\" is longer than any the platform has.";
        else if (parsed.UserId is not > 0)
            why = "The body names no \"user_id\".";
        else if (string.IsNullOrWhiteSpace(parsed.Topic.Value) || parsed.Topic.Value.Length > 100)
            why = "The body names no \"topic\".";
        if (why is not null)
            return false;

        notification = new Notification
        {
            Id = parsed!.UnderscoreId ?? parsed.Id,
            Resource = parsed.Resource!,
            UserId = parsed.UserId!.Value,
            Topic = parsed.Topic,
            ApplicationId = parsed.ApplicationId,
            Attempts = parsed.Attempts,
            Sent = parsed.Sent,
            Received = parsed.Received ?? parsed.Recieved,
            Actions = Actions(parsed.Actions),
            Extra = parsed.Extra ?? [],
        };
        return true;
    }

    private static string[] Actions(JsonElement? actions)
    {
        if (actions is not { } element)
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Array => [.. element.EnumerateArray().Take(MaxActions).Select(Word).OfType<string>()],
            JsonValueKind.Object => [.. element.EnumerateObject().Take(MaxActions).Select(p => $"{p.Name}:{Word(p.Value)}")],
            _ => Word(element) is { } word ? [word] : [],
        };
    }

    private static string? Word(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                _ => element.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON, but no text.
            return null;
        }
    }
}
