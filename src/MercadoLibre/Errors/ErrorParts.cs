using System.Globalization;
using System.Net;
using System.Text.Json;

namespace MeliBot.MercadoLibre;

internal enum ErrorShape
{
    Empty,
    Text,
    Html,
    Json,
}

/// <summary>What an error's body says, whichever of the platform's envelopes it uses.</summary>
internal sealed record ErrorParts(ErrorShape Shape)
{
    private static readonly string[] _known =
        ["message", "error", "error_description", "code", "error_code", "status", "status_code", "cause", "causes", "blocked_by", "timestamp", "request_id", "resource", "path", "error_details", "details"];

    public string? Code { get; init; }

    public string? Message { get; init; }

    public int? Status { get; init; }

    public string? BlockedBy { get; init; }

    public IReadOnlyList<ErrorCause> Causes { get; init; } = [];

    public IReadOnlyList<string> UnknownFields { get; init; } = [];

    /// <summary>Every word that may name the error, lower case: code, error and message.</summary>
    public string Words { get; init; } = "";

    public static ErrorParts Parse(string body)
    {
        if (body.Length == 0)
            return new ErrorParts(ErrorShape.Empty);
        if (body[0] == '<')
            return new ErrorParts(ErrorShape.Html);
        if (body[0] is not ('{' or '[' or '"'))
            return FromText(body);

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 32 });
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => FromObject(document.RootElement),
                JsonValueKind.String => FromText(document.RootElement.GetString() ?? ""),
                JsonValueKind.Array when document.RootElement.GetArrayLength() > 0 && document.RootElement[0].ValueKind == JsonValueKind.Object =>
                    FromObject(document.RootElement[0]),
                _ => FromText(body),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return FromText(body);
        }
    }

    private static ErrorParts FromText(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return new ErrorParts(ErrorShape.Empty);
        if (text[0] == '<')
            return new ErrorParts(ErrorShape.Html);
        var line = text.Length > 300 ? text[..300] : text;
        return new ErrorParts(ErrorShape.Text) { Code = IsCode(line) ? line : null, Message = line, Words = line.ToLowerInvariant() };
    }

    private static ErrorParts FromObject(JsonElement root)
    {
        var error = Word(root, "error");
        var code = Word(root, "code");
        var message = Word(root, "error_description") ?? Word(root, "message");
        // `error` is sometimes a sentence, `code` sometimes the HTTP status, ME1 has an `error_code`.
        var named = Word(root, "error_code") ?? (IsCode(error) ? error : null) ?? (IsCode(code) ? code : null);
        if (message is null && error is not null && !IsCode(error))
            message = error;
        message ??= named is null ? null : $"The platform says \"{named}\"";

        return new ErrorParts(ErrorShape.Json)
        {
            Code = named,
            Message = message is null ? null : WebUtility.HtmlDecode(message).Trim() is { Length: > 0 } text ? text : null,
            Status = Number(root, "status") ?? Number(root, "status_code") ?? Number(root, "code"),
            BlockedBy = Word(root, "blocked_by"),
            Causes = ReadCauses(root),
            Words = $"{error} {code} {named} {message}".ToLowerInvariant(),
            UnknownFields = [.. root.EnumerateObject().Select(p => p.Name).Where(n => !_known.Contains(n, StringComparer.Ordinal))],
        };
    }

    private static ErrorCause[] ReadCauses(JsonElement root)
    {
        if (!root.TryGetProperty("cause", out var cause) && !root.TryGetProperty("causes", out cause))
            return [];
        return cause.ValueKind switch
        {
            JsonValueKind.Array => [.. cause.EnumerateArray().Select(ReadCause).OfType<ErrorCause>()],
            _ => ReadCause(cause) is { } one ? [one] : [],
        };
    }

    private static ErrorCause? ReadCause(JsonElement cause) => cause.ValueKind switch
    {
        JsonValueKind.Object => new ErrorCause(
            Word(cause, "code") ?? Word(cause, "cause_id"),
            Word(cause, "message"),
            Word(cause, "type"),
            cause.TryGetProperty("references", out var references) && references.ValueKind == JsonValueKind.Array
                ? [.. references.EnumerateArray().Select(r => r.ValueKind == JsonValueKind.String ? r.GetString()! : r.GetRawText())]
                : []),
        JsonValueKind.String => cause.GetString() is { Length: > 0 } text ? new ErrorCause(IsCode(text) ? text : null, text, null, []) : null,
        JsonValueKind.Number => new ErrorCause(cause.GetRawText(), null, null, []),
        _ => null,
    };

    private static string? Word(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object or JsonValueKind.Array => value.GetRawText(),
            _ => null,
        };

    private static int? Number(JsonElement root, string name) =>
        int.TryParse(Word(root, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= 999 ? number : null;

    private static bool IsCode(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 100 || !char.IsAsciiLetter(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or ':'))
                return false;
        }

        return true;
    }
}
