using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the seller says of a return: that all is well, or what isn't.</summary>
[JsonConverter(typeof(ReturnReviewRequestConverter))]
public sealed record ReturnReviewRequest
{
    private ReturnReviewRequest(IReadOnlyList<FailedProduct> failed) => Failed = failed;

    /// <summary>Everything came back as it should.</summary>
    public static ReturnReviewRequest AsItShould { get; } = new([]);

    public IReadOnlyList<FailedProduct> Failed { get; }

    /// <exception cref="ArgumentException">None is named, or one lacks what the platform wants.</exception>
    public static ReturnReviewRequest Wrong(IReadOnlyList<FailedProduct> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        if (failed.Count == 0)
            throw new ArgumentException("A review that something is wrong names what: an empty one would say that all is well. Nothing was sent.", nameof(failed));
        foreach (var product in failed)
        {
            if (string.IsNullOrWhiteSpace(product.Reason) || string.IsNullOrWhiteSpace(product.Message))
                throw new ArgumentException("Each product that came back wrong needs a reason, such as SRF2, and a message. Nothing was sent.", nameof(failed));
            if (NeedsFile(product.Reason) && product.Attachments is not { Count: > 0 })
                throw new ArgumentException($"The platform wants a file with reason {product.Reason}: upload one by ClaimFiles.UploadOfReturnAsync. Nothing was sent.", nameof(failed));
        }

        return new ReturnReviewRequest([.. failed]);
    }

    /// <summary>Damaged and different products must be shown.</summary>
    public static bool NeedsFile(string? reason) => reason is "SRF2" or "SRF4";
}

/// <param name="Reason">One of <see cref="ReturnReason.Id"/>.</param>
/// <param name="Message">The seller's words.</param>
/// <param name="Attachments">Names that uploads gave; null when there are none.</param>
/// <param name="OrderId">Only where a pack holds several orders and the review is of one of them.</param>
public sealed record FailedProduct(string Reason, string Message, IReadOnlyList<string>? Attachments = null, long? OrderId = null);

/// <summary>All well is an empty object; anything else is a list.</summary>
internal sealed class ReturnReviewRequestConverter : JsonConverter<ReturnReviewRequest>
{
    public override ReturnReviewRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A review is only sent, never read.");

    public override void Write(Utf8JsonWriter writer, ReturnReviewRequest value, JsonSerializerOptions options)
    {
        if (value.Failed.Count > 0)
        {
            JsonSerializer.Serialize(writer, value.Failed, options.GetTypeInfo(typeof(IReadOnlyList<FailedProduct>)));
            return;
        }

        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
