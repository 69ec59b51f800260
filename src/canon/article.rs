//! Where each item stands in the law.

use super::Item;

impl Item {
    /// All items, in catalogue order.
    pub const ALL: [Self; 38] = [
        Self::ControllerIdentity,
        Self::ControllerContact,
        Self::JointControllers,
        Self::EuRepresentative,
        Self::DpoContact,
        Self::Purposes,
        Self::LegalBasis,
        Self::LegalBasisStatute,
        Self::SpecialCategoryBasis,
        Self::CriminalDataBasis,
        Self::LegitimateInterests,
        Self::Recipients,
        Self::ThirdCountryTransfer,
        Self::TransferSafeguards,
        Self::Retention,
        Self::RightAccess,
        Self::RightRectification,
        Self::RightErasure,
        Self::RightRestriction,
        Self::RightObject,
        Self::RightPortability,
        Self::RightsHowto,
        Self::WithdrawConsent,
        Self::Complaint,
        Self::ProvisionRequirement,
        Self::AutomatedDecisions,
        Self::FurtherPurposes,
        Self::DataCategories,
        Self::DataSource,
        Self::PublicSource,
        Self::NationalId,
        Self::RegisterName,
        Self::DataSubjects,
        Self::SecurityMeasures,
        Self::NoticeDate,
        Self::ChangeInformation,
        Self::PublicityRules,
        Self::RightsLimitsNational,
    ];

    /// The article that asks for it, in the short form of lawyers; of the GDPR where no act is named.
    /// Practice without an article of its own cites the principle it rests on.
    pub fn article(self) -> &'static str {
        match self {
            Self::ControllerIdentity | Self::ControllerContact => "13(1)(a)",
            Self::JointControllers => "26(2)",
            Self::EuRepresentative => "27",
            Self::DpoContact => "13(1)(b)",
            Self::Purposes | Self::LegalBasis => "13(1)(c)",
            Self::LegalBasisStatute => "6(3)",
            Self::SpecialCategoryBasis => "9(2)",
            Self::CriminalDataBasis => "10",
            Self::LegitimateInterests => "13(1)(d)",
            Self::Recipients => "13(1)(e)",
            Self::ThirdCountryTransfer | Self::TransferSafeguards => "13(1)(f)",
            Self::Retention => "13(2)(a)",
            Self::RightAccess
            | Self::RightRectification
            | Self::RightErasure
            | Self::RightRestriction
            | Self::RightObject
            | Self::RightPortability => "13(2)(b)",
            Self::RightsHowto => "12(2)",
            Self::WithdrawConsent => "13(2)(c)",
            Self::Complaint => "13(2)(d)",
            Self::ProvisionRequirement => "13(2)(e)",
            Self::AutomatedDecisions => "13(2)(f)",
            Self::FurtherPurposes => "13(3)",
            Self::DataCategories => "14(1)(d)",
            Self::DataSource | Self::PublicSource => "14(2)(f)",
            Self::NationalId => "87",
            Self::DataSubjects => "30(1)(c)",
            Self::SecurityMeasures => "30(1)(g)",
            Self::RegisterName | Self::NoticeDate | Self::ChangeInformation => "5(2)",
            Self::PublicityRules => "86",
            Self::RightsLimitsNational => "23",
        }
    }
}
