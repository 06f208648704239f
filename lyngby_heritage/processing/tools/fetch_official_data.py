"""`fetchofficialdata`: fetches the registers' layers from the public services, and says of each what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.common.errors import HeritageError
from ...core.common.profile import in_force
from ...core.registers.services import known_services
from ..base import HeritageAlgorithm
from ..fetch.choice import catalogue_of, chosen_services, municipality_of
from ..fetch.keys import ENVIRONMENT, key_of, refusal_of
from ..translation import is_danish, tr, tr_message
from .validate_data import code_refusal

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.registers.services import Service, Services


class FetchOfficialData(HeritageAlgorithm):
    """Asks the public services for a municipality's layers, and writes those that are whole into one GeoPackage."""

    NAME = "fetchofficialdata"
    DISPLAY_NAME = "Fetch official data"
    GROUP = "Data"
    GROUP_ID = "data"
    SHORT_DESCRIPTION = (
        "A municipality's layers from FBB, Plandata, Danmarks Miljøportal and the other public services."
    )
    SHORT_HELP = (
        "A municipality's layers from FBB, Plandata, Danmarks Miljøportal and the other public services, in one "
        "GeoPackage that 'Collect data' and the main job read.\n\n"
        "Each layer is asked for by the name that the service has for it today, page by page, and written only when as "
        "many rows came as the service says it has and none came twice. What a service does not answer is not known, "
        "which is not the same as nothing: the table 'hentning' in the output says of every layer what was asked, how "
        "many rows the service has, how many came, when, and with what result. Where a layer cannot be fetched and the "
        "output of an earlier run holds it, those rows are kept and said to be the old ones.\n\n"
        "Datafordeleren wants a key, which is free. Make an authentication configuration in QGIS (Settings, Options, "
        "Authentication; the method Basic with the key as password) and choose it in AUTH; with qgis_process the "
        "environment variable LYNGBY_API_KEY does. A key is never written as a parameter, since QGIS keeps those.\n\n"
        "Addresses and names of layers are data and may change: correct them in a catalogue of your own (CATALOGUE)."
    )
    TAGS = (
        *("data", "hent", "WFS", "tjeneste", "service", "Plandata", "FBB", "SAVE", "BBR", "matrikel", "Datafordeler"),
        *("Miljøportal", "DAI", "GeoFA", "Fund og Fortidsminder", "download", "fetch", "API"),
    )
    FRONT = ("SERVICES", "MUNICIPALITY", "AUTH")
    LIBRARIES = ("numpy", "shapely")
    LASTING = (("OUTPUT", "registre.gpkg"),)

    SERVICES = "SERVICES"
    MUNICIPALITY = "MUNICIPALITY"
    AREA = "AREA"
    CATALOGUE = "CATALOGUE"
    AUTH = "AUTH"
    OUTPUT = "OUTPUT"

    def declare(self) -> None:
        services = known_services()
        danish = is_danish()
        self.addParameter(
            QgsProcessingParameterEnum(
                self.SERVICES,
                tr("Services"),
                [one.title if danish else one.english for one in services.every],
                allowMultiple=True,
                defaultValue=[number for number, one in enumerate(services.every) if not one.key],
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.MUNICIPALITY, tr("Code of the municipality (empty: the profile's)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.AREA, tr("Only what meets this area"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.CATALOGUE,
                tr("Catalogue of services of your own"),
                fileFilter=tr("JSON files (*.json)"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterAuthConfig(self.AUTH, tr("Key for Datafordeleren (authentication)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Fetched data"), tr("GeoPackage") + " (*.gpkg)")
        )
        self.addOutput(QgsProcessingOutputNumber("LAYER_COUNT", tr("Layers written")))
        self.addOutput(QgsProcessingOutputNumber("FEATURE_COUNT", tr("Rows written")))
        self.addOutput(QgsProcessingOutputNumber("UNKNOWN_COUNT", tr("Layers that are not known")))

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """As QGIS's own; but services may be named by their codes, and by those of a catalogue of one's own."""
        try:
            profile, completed, _ = self.under_profile(parameters, context)
            with in_force(profile):
                why = self.refused_choice(completed, context)
        except HeritageError as error:
            why = tr_message(error)
        if why:
            return False, why
        return super().checked({**parameters, self.SERVICES: [0]}, context)

    def refused_choice(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Why nothing can be fetched with these values; "" when it can. HeritageError as well."""
        configuration = self.parameterAsString(parameters, self.AUTH, context).strip()
        code = self.parameterAsString(parameters, self.MUNICIPALITY, context)
        why = refusal_of(configuration) or code_refusal(code)
        if why:
            return why
        _, chosen = self.services_of(parameters, context)
        municipality_of(code)
        locked = [one.code for one in chosen if one.key]
        if locked and not key_of(configuration):
            raise HeritageError(
                "SERVICES: {services} want a key. Choose an authentication configuration in AUTH, or set the "
                "environment variable {variable}.",
                services=", ".join(locked),
                variable=ENVIRONMENT,
            )
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if output and not output.lower().endswith(".gpkg"):
            return tr("{parameter}: {file} must end in .gpkg.").format(parameter=self.OUTPUT, file=output)
        return ""

    def services_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Services, list[Service]]:
        """The catalogue, and the services of it that were chosen."""
        services = catalogue_of(self.parameterAsFile(parameters, self.CATALOGUE, context))
        return services, chosen_services(parameters.get(self.SERVICES), services)

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..fetch.run import Fetching

        services, chosen = self.services_of(parameters, context)
        code = municipality_of(self.parameterAsString(parameters, self.MUNICIPALITY, context))
        return Fetching(self, parameters, context, feedback).results_of(services, chosen, code)
