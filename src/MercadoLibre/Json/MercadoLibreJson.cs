using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MeliBot.MercadoLibre;

/// <summary>The one set of options by which this client reads and writes the platform's JSON; records of other rooms that hold its models are written by them too.</summary>
public static class MercadoLibreJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(MercadoLibreJsonContext.Default.Options)
        {
            // The platform takes UTF-8; what people read in a log or a terminal should be words, not escapes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // The client's own types are generated; what others keep that holds some of them is read as it is declared.
            TypeInfoResolver = JsonTypeInfoResolver.Combine(MercadoLibreJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowTrailingCommas = true,
    Converters = [
        typeof(TextConverter), typeof(Int64Converter), typeof(OptionalInt64Converter), typeof(OptionalInt32Converter),
        typeof(OptionalDecimalConverter), typeof(OptionalBooleanConverter), typeof(DateConverter), typeof(OptionalDateConverter)])]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(QuestionsPage))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(HideQuestionsRequest))]
[JsonSerializable(typeof(BlacklistRequest))]
[JsonSerializable(typeof(BlockedUsers))]
[JsonSerializable(typeof(ResponseTime))]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(List<BulkEntry<Item>>))]
[JsonSerializable(typeof(List<BulkEntry<User>>))]
[JsonSerializable(typeof(List<ItemVariation>))]
[JsonSerializable(typeof(ItemDescription))]
[JsonSerializable(typeof(SalePrice))]
[JsonSerializable(typeof(ShippingOptions))]
[JsonSerializable(typeof(ItemIds))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(SellerReputation))]
[JsonSerializable(typeof(Infractions))]
[JsonSerializable(typeof(List<LastModeration>))]
[JsonSerializable(typeof(ApplicationInfo))]
[JsonSerializable(typeof(Grants))]
[JsonSerializable(typeof(Revocation))]
[JsonSerializable(typeof(MissedFeeds))]
[JsonSerializable(typeof(NotificationBody))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrdersPage))]
[JsonSerializable(typeof(Pack))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Shipment))]
[JsonSerializable(typeof(List<ShipmentItem>))]
[JsonSerializable(typeof(List<ShipmentMove>))]
[JsonSerializable(typeof(Carrier))]
[JsonSerializable(typeof(DispatchDeadline))]
[JsonSerializable(typeof(MessageThread))]
[JsonSerializable(typeof(FoundMessage))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(List<Message>))]
[JsonSerializable(typeof(MessageAttachment))]
[JsonSerializable(typeof(PlainMessageText))]
[JsonSerializable(typeof(UnreadThreads))]
[JsonSerializable(typeof(ActionGuide))]
[JsonSerializable(typeof(List<ContactCap>))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ContactRequest))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(ClaimsPage))]
[JsonSerializable(typeof(ClaimDetail))]
[JsonSerializable(typeof(ClaimReason))]
[JsonSerializable(typeof(ClaimReputation))]
[JsonSerializable(typeof(ClaimMessages))]
[JsonSerializable(typeof(ClaimMessageEnvelope))]
[JsonSerializable(typeof(List<ClaimMessage>))]
[JsonSerializable(typeof(List<ExpectedResolution>))]
[JsonSerializable(typeof(PartialRefundOffers))]
[JsonSerializable(typeof(List<ClaimEvidence>))]
[JsonSerializable(typeof(ClaimEvidence))]
[JsonSerializable(typeof(List<ClaimStatusChange>))]
[JsonSerializable(typeof(List<ClaimActionTaken>))]
[JsonSerializable(typeof(ClaimChanges))]
[JsonSerializable(typeof(ClaimAttachment))]
[JsonSerializable(typeof(ClaimMessageRequest))]
[JsonSerializable(typeof(PartialRefundRequest))]
[JsonSerializable(typeof(ClaimEvidenceRequest))]
[JsonSerializable(typeof(ReturnCost))]
[JsonSerializable(typeof(Return))]
[JsonSerializable(typeof(ReturnReviews))]
[JsonSerializable(typeof(List<ReturnReason>))]
[JsonSerializable(typeof(ReturnReviewRequest))]
[JsonSerializable(typeof(IReadOnlyList<FailedProduct>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class MercadoLibreJsonContext : JsonSerializerContext;
